package dev.rapport.server.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapport.frame.Channel;
import dev.rapport.frame.FrameCodec;
import dev.rapport.frame.Hello;
import dev.rapport.journal.JournalEntry;
import dev.rapport.session.Device;
import dev.rapport.settings.DemoSettings;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SocketTest {
    @TempDir
    static Path data;

    private static RunningListener listener;
    private final String session = UUID.randomUUID().toString();
    private Map<String, Long> before = Map.of();
    private Page bystander;

    @BeforeAll
    static void start() {
        listener = RunningListener.roomy(data);
    }

    @AfterAll
    static void stop() {
        listener.close();
    }

    @BeforeEach
    void anHonestVisitorIsHere() throws Exception {
        bystander = listener.welcomed(UUID.randomUUID().toString());
        before = listener.settledCounts();
    }

    /** Whatever the offender did: the counts add up and the other session goes on. */
    @AfterEach
    void theBystanderGoesOn() throws Exception {
        bystander.send(Page.frame(1));
        bystander.awaitAck(1);
        bystander.leave();
        Map<String, Long> counts = listener.settledCounts();
        assertEquals(0, counts.get("inFlight"), counts::toString);
        assertEquals(
                counts.get("received"),
                counts.getOrDefault("stored", 0L)
                        + counts.getOrDefault("duplicate", 0L)
                        + counts.getOrDefault("refused", 0L)
                        + counts.getOrDefault("dropped", 0L));
    }

    @Test
    void anAcceptedFrameIsAcknowledgedAndInTheJournal() throws Exception {
        Page page = listener.welcomed(session);
        String name = page.name();

        page.send(Page.frame(1));

        page.awaitAck(1);
        assertEquals(1, stored());
        List<JournalEntry> kept =
                new ArrayList<>(listener.journal.read(10_000, 100).entries());
        kept.removeIf(entry -> !entry.visit().session().equals(name));
        assertEquals(
                List.of(Page.frame(1)), kept.stream().map(JournalEntry::frame).toList());
    }

    @Test
    void rageOnTheDeadButtonBringsTheHint() {
        Page page = listener.welcomed(session);

        page.send(Page.rage(1));

        JsonObject hint = page.await("hint");
        assertEquals("coupon-help", hint.getString("id"));
        assertEquals("#apply-coupon", hint.getJsonObject("anchor").getString("css"));
        page.awaitAck(1);
    }

    @Test
    void anUnknownKeyIsClosedWith4401() throws Exception {
        Page page = listener.connect(RunningListener.ORIGIN);

        page.send(Page.hello("no-such-key-0001", session));

        assertEquals("key", page.await("error").getString("code"));
        assertEquals(4401, page.closeCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "http://shop.example", "https://shop.example.evil.example", "null"})
    void anOriginThatIsNotListedIsClosedWith4403(String origin) throws Exception {
        Page page = listener.connect(origin);

        page.send(Page.hello(DemoSettings.SITE_KEY, session));

        assertEquals("origin", page.await("error").getString("code"));
        assertEquals(4403, page.closeCode());
    }

    @Test
    void malformedBytesAreClosedWith1007AndCounted() throws Exception {
        Page page = listener.welcomed(session);

        page.sendBytes(new byte[] {(byte) 0x9f, 1, 2, 3});

        assertEquals("malformed", page.await("error").getString("code"));
        assertEquals(1007, page.closeCode());
        assertEquals(1, since("dropped"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "-Infinity", "1e308", "-1", "1e999", "9223372036854775808", "1.5"})
    void anAbsurdNumberIsClosedWith1007(String number) throws Exception {
        Page page = listener.welcomed(session);
        String sound = new String(FrameCodec.encodeJson(Page.frame(1)), StandardCharsets.UTF_8);

        page.sendText(sound.replace("400", number));

        assertEquals(1007, page.closeCode());
        assertEquals(1, since("dropped"));
        assertEquals(0, stored());
    }

    @Test
    void anOversizedMessageIsClosedWith1009() throws Exception {
        Page page = listener.welcomed(session);

        page.sendBytes(new byte[20_000]);

        assertEquals("size", page.await("error").getString("code"));
        assertEquals(1009, page.closeCode());
        assertEquals(1, since("dropped"));
    }

    @Test
    void aMessageFarTooLongCutsTheLine() throws Exception {
        Page page = listener.welcomed(session);

        page.sendBytes(new byte[1_000_000]);

        page.closeCode();
        assertEquals(0, stored());
    }

    @Test
    void aFrameBeforeHelloIsClosedWith1008() throws Exception {
        Page page = listener.connect(RunningListener.ORIGIN);

        page.send(Page.frame(1));

        assertEquals("hello", page.await("error").getString("code"));
        assertEquals(1008, page.closeCode());
        assertEquals(1, since("dropped"));
    }

    @Test
    void aSecondHelloIsClosedWith1008() throws Exception {
        Page page = listener.welcomed(session);

        page.send(Page.hello(DemoSettings.SITE_KEY, session));

        assertEquals(1008, page.closeCode());
    }

    @Test
    void noHelloIsClosedWith1008AfterFiveSeconds() throws Exception {
        Page page = listener.connect(RunningListener.ORIGIN);

        assertEquals(1008, page.closeCode());
    }

    @Test
    void moreFramesThanASessionMaySendAreRefusedAndClosedWith1008() throws Exception {
        Page page = listener.welcomed(session);

        for (int i = 1; i <= 400; i++) {
            page.send(Page.frame(i));
        }

        assertEquals(30, page.await("retry").getInteger("after"));
        assertEquals(1008, page.closeCode());
        assertTrue(since("refused") >= 1);
        assertTrue(stored() >= 300 && stored() < 400, () -> stored() + " were stored");
    }

    @Test
    void aChannelThatTheVisitorDidNotAllowIsClosedWith1008() throws Exception {
        Page page = listener.welcomed(session);
        String sound = new String(FrameCodec.encodeJson(Page.frame(1)), StandardCharsets.UTF_8);
        int at = dev.rapport.frame.SummaryField.KEY_GAPS.ordinal();
        List<String> summary = new ArrayList<>(java.util.Collections.nCopies(32, "0"));
        summary.set(at, "3");

        page.sendText(sound.replaceFirst("\\[400[0,]*\\]", "[" + String.join(",", summary) + "]"));

        assertEquals("channel", page.await("error").getString("code"));
        assertEquals(1008, page.closeCode());
        assertEquals(1, since("refused"));
    }

    @Test
    void aRefusedFrameIsNotAskedForAgain() throws Exception {
        Page page = listener.welcomed(session);
        page.send(Page.forged(1));
        assertEquals(1008, page.closeCode());

        Page again = listener.connect(RunningListener.ORIGIN);
        again.send(Page.hello(DemoSettings.SITE_KEY, session));

        assertEquals(1, again.await("welcome").getInteger("seq"));
        assertEquals(0, stored());
    }

    @Test
    void aFrameSentTwiceIsStoredOnceAndAcknowledged() throws Exception {
        Page page = listener.welcomed(session);
        page.send(Page.frame(1));
        page.awaitAck(1);

        page.send(Page.frame(1));

        page.awaitAck(1);
        assertEquals(1, stored());
        assertEquals(1, since("duplicate"));
    }

    @Test
    void anOlderFrameAfterANewerOneCountsAsDuplicate() throws Exception {
        Page page = listener.welcomed(session);
        page.send(Page.frame(5));

        page.send(Page.frame(3));

        page.awaitAck(5);
        assertEquals(1, stored());
        assertEquals(1, since("duplicate"));
    }

    @Test
    void aReconnectGoesOnWhereTheLastConnectionStopped() throws Exception {
        Page first = listener.welcomed(session);
        first.send(Page.frame(1));
        first.awaitAck(1);
        first.leave();

        Page second = listener.connect(RunningListener.ORIGIN);
        second.send(Page.hello(DemoSettings.SITE_KEY, session));

        assertEquals(1, second.await("welcome").getInteger("seq"));
        second.send(Page.frame(1));
        second.send(Page.frame(2));
        second.awaitAck(2);
        assertEquals(2, stored());
    }

    @Test
    void aSecondConnectionTakesTheSessionOver() throws Exception {
        Page first = listener.welcomed(session);
        first.send(Page.frame(1));
        first.awaitAck(1);

        Page second = listener.connect(RunningListener.ORIGIN);
        second.send(Page.hello(DemoSettings.SITE_KEY, session));

        assertEquals(1, second.await("welcome").getInteger("seq"));
        assertEquals(1000, first.closeCode());
    }

    @Test
    void aHelloWithoutFrictionConsentIsMalformed() throws Exception {
        Page page = listener.connect(RunningListener.ORIGIN);
        Hello hello = new Hello(
                DemoSettings.SITE_KEY,
                session,
                null,
                "/",
                "en",
                Device.MOUSE,
                false,
                Set.of(Channel.TYPING),
                false,
                Map.of());

        page.send(hello);

        assertEquals(1007, page.closeCode());
    }

    @Test
    void aSuspendedSiteTakesItsHintsDown() {
        Page page = listener.welcomed(session);
        page.send(Page.rage(1));
        page.await("hint");
        var site = listener.settings.bySite(DemoSettings.SITE).orElseThrow();

        listener.settings.save(Sites.suspended(site, true), "test");

        assertEquals("coupon-help", page.await("withdraw").getString("id"));
        listener.settings.save(
                Sites.suspended(listener.settings.bySite(DemoSettings.SITE).orElseThrow(), false), "test");
    }

    private long stored() {
        return since("stored");
    }

    private static Map<String, Long> settled() {
        try {
            return listener.settledCounts();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private long since(String outcome) {
        return settled().getOrDefault(outcome, 0L) - before.getOrDefault(outcome, 0L);
    }
}

package dev.rapport.server.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapport.frame.ClientMessage;
import dev.rapport.frame.FrameCodec;
import dev.rapport.pipeline.SettableClock;
import dev.rapport.session.KeyRing;
import dev.rapport.session.SessionTokens;
import dev.rapport.settings.DemoSettings;
import dev.rapport.settings.SettingsJson;
import dev.rapport.settings.SiteSettings;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may go on with a visit, over the real socket and the real POST. */
class TokenTest {
    private static final String OTHER_ORIGIN = "https://checkout.shop.example";
    private static final String ANOTHER_KEY = "another-site-key-0001";

    @TempDir
    Path data;

    private final SettableClock clock = new SettableClock(Instant.now());
    private final AtomicReference<List<KeyRing.Key>> keys = new AtomicReference<>(List.of(
            new KeyRing.Key(1, KeyRing.Key.freshSecret(), clock.instant().minus(Duration.ofHours(1)))));
    private RunningListener listener;
    private Page owner;

    @BeforeEach
    void aVisitOfTwoFrames() {
        listener = new RunningListener(data, 64L << 20, RunningListener.limits(100), clock, keys::get);
        SiteSettings site = listener.settings.bySite(DemoSettings.SITE).orElseThrow();
        listener.settings.save(site.withOrigins(Set.of(RunningListener.ORIGIN, OTHER_ORIGIN)), "test");
        owner = listener.welcomed(UUID.randomUUID().toString());
        owner.send(Page.frame(1));
        owner.send(Page.frame(2));
        owner.awaitAck(2);
    }

    @AfterEach
    void close() {
        listener.close();
    }

    private Page saying(String claim, String origin) {
        Page page = listener.connect(origin);
        page.send(Page.hello(DemoSettings.SITE_KEY, claim));
        return page;
    }

    private HttpResponse<String> posting(String claim, String origin) throws Exception {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write(0x82);
        for (ClientMessage message : new ClientMessage[] {Page.hello(DemoSettings.SITE_KEY, claim), Page.frame(3)}) {
            body.writeBytes(FrameCodec.encode(message));
        }
        return listener.post("/v1/frames", origin, body.toByteArray());
    }

    private static JsonObject welcome(HttpResponse<String> answer) {
        return new JsonArray(answer.body()).getJsonObject(0);
    }

    private String forged() {
        char last = owner.granted().charAt(40);
        return owner.granted().substring(0, 40)
                + (last == 'A' ? 'B' : 'A')
                + owner.granted().substring(41);
    }

    @Test
    void thePageItWasGivenToGoesOn() throws Exception {
        owner.leave();

        assertEquals(
                2,
                saying(owner.granted(), RunningListener.ORIGIN).await("welcome").getInteger("seq"));
        assertEquals(
                3, welcome(posting(owner.granted(), RunningListener.ORIGIN)).getInteger("seq"));
    }

    @Test
    void theNameAloneIsAnotherVisitAndTheOwnerStays() throws Exception {
        Page thief = saying(owner.name(), RunningListener.ORIGIN);

        assertEquals(0, thief.await("welcome").getInteger("seq"));
        assertNotEquals(owner.name(), thief.name());
        assertFalse(welcome(posting(owner.name(), RunningListener.ORIGIN))
                .getString("session")
                .startsWith(owner.name()));
        owner.send(Page.frame(3));
        owner.awaitAck(3);
    }

    @Test
    void aForgedTokenIsRefusedAndTheOwnerStays() throws Exception {
        assertEquals(1008, saying(forged(), RunningListener.ORIGIN).closeCode());
        assertEquals(403, posting(forged(), RunningListener.ORIGIN).statusCode());
        owner.send(Page.frame(3));
        owner.awaitAck(3);
        assertTrue(listener.get("/metrics").body().contains("rapport_visits_total{claim=\"forged\"} 2.0"));
    }

    @Test
    void theTokenIsWorthNothingOnAnotherOriginOfTheSite() throws Exception {
        assertEquals(1008, saying(owner.granted(), OTHER_ORIGIN).closeCode());
        assertEquals(403, posting(owner.granted(), OTHER_ORIGIN).statusCode());
    }

    @Test
    void afterItsTimeItOpensAnotherVisit() throws Exception {
        clock.set(clock.instant().plus(SessionTokens.LIFE).plus(Duration.ofMinutes(1)));

        Page late = saying(owner.granted(), RunningListener.ORIGIN);

        assertEquals(0, late.await("welcome").getInteger("seq"));
        assertNotEquals(owner.name(), late.name());
    }

    @Test
    void aPageThatStaysIsGivenANewTokenOfTheSameVisit() {
        String first = owner.granted();
        clock.set(clock.instant().plus(SessionTokens.RENEWED));

        owner.send(Page.frame(3));

        assertTrue(owner.await("token").getString("session").startsWith(owner.name() + "."));
        assertNotEquals(first, owner.granted());
    }

    @Test
    void theTokenIsWorthNothingOnAnotherSite() throws Exception {
        listener.settings.save(anotherSite(), "test");
        Page elsewhere = listener.connect(RunningListener.ORIGIN);

        elsewhere.send(Page.hello(ANOTHER_KEY, owner.granted()));

        assertEquals(1008, elsewhere.closeCode());
        owner.send(Page.frame(3));
        owner.awaitAck(3);
    }

    /** The demo shop's settings under another id and key. */
    private static SiteSettings anotherSite() {
        return SettingsJson.read(
                SettingsJson.write(DemoSettings.of(Set.of(RunningListener.ORIGIN), RunningListener.CLOCK.instant()))
                        .replace('"' + DemoSettings.SITE + '"', "\"another-site\"")
                        .replace(DemoSettings.SITE_KEY, ANOTHER_KEY));
    }

    @Test
    void aKeyThatWasReplacedOpensWhatItSealedUntilItIsGone() throws Exception {
        String before = owner.granted();
        owner.leave();
        Instant now = clock.instant();
        KeyRing.Key old = keys.get().getFirst();
        keys.set(List.of(new KeyRing.Key(2, KeyRing.Key.freshSecret(), now.minus(KeyRing.ANNOUNCED)), old));

        Page goingOn = saying(before, RunningListener.ORIGIN);
        assertEquals(2, goingOn.await("welcome").getInteger("seq"));
        assertTrue(goingOn.granted().endsWith("2"), "sealed with the new key");
        goingOn.leave();

        keys.set(List.of(keys.get().getFirst()));
        Page late = saying(before, RunningListener.ORIGIN);
        assertEquals(0, late.await("welcome").getInteger("seq"));
        assertNotEquals(owner.name(), late.name());
        assertEquals(
                2,
                saying(goingOn.granted(), RunningListener.ORIGIN)
                        .await("welcome")
                        .getInteger("seq"));
    }
}

package dev.rapport.server.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapport.frame.ClientMessage;
import dev.rapport.frame.FrameCodec;
import dev.rapport.settings.DemoSettings;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostTest {
    @TempDir
    static Path data;

    private static RunningListener listener;
    private final String session = UUID.randomUUID().toString();

    @BeforeAll
    static void start() {
        listener = RunningListener.roomy(data);
    }

    @AfterAll
    static void stop() {
        listener.close();
    }

    @Test
    void framesAreStoredAndAcknowledged() throws Exception {
        long before = stored();

        HttpResponse<String> answer =
                post(List.of(Page.hello(DemoSettings.SITE_KEY, session), Page.frame(1), Page.frame(2)));

        assertEquals(200, answer.statusCode());
        assertEquals(2, message(answer, "ack").getInteger("seq"));
        assertEquals(before + 2, stored());
        assertEquals(Optional.of(RunningListener.ORIGIN), answer.headers().firstValue("Access-Control-Allow-Origin"));
    }

    @Test
    void aChannelThatWasNotGrantedIsAnswered403AndNotStored() throws Exception {
        long before = stored();

        HttpResponse<String> answer =
                post(List.of(Page.hello(DemoSettings.SITE_KEY, session), Page.frame(1), Page.forged(2), Page.frame(3)));

        assertEquals(403, answer.statusCode());
        assertEquals("channel", message(answer, "error").getString("code"));
        assertEquals(before + 2, stored());
    }

    @Test
    void theSameBodyAgainCountsOnce() throws Exception {
        List<ClientMessage> body = List.of(Page.hello(DemoSettings.SITE_KEY, session), Page.frame(1));
        post(body);
        long before = stored();

        HttpResponse<String> answer = post(body);

        assertEquals(1, message(answer, "ack").getInteger("seq"));
        assertEquals(before, stored());
    }

    @Test
    void rageInABeaconBringsTheHintInTheAnswer() throws Exception {
        HttpResponse<String> answer = post(List.of(Page.hello(DemoSettings.SITE_KEY, session), Page.rage(1)));

        assertEquals("coupon-help", message(answer, "hint").getString("id"));
    }

    @Test
    void aPostTakesTheSessionOfAnOpenSocketOver() throws Exception {
        Page page = listener.welcomed(session);
        page.send(Page.frame(1));
        page.awaitAck(1);

        HttpResponse<String> answer =
                post(List.of(Page.hello(DemoSettings.SITE_KEY, session), Page.frame(1), Page.frame(2)));

        assertEquals(2, message(answer, "ack").getInteger("seq"));
        assertEquals(1000, page.closeCode());
    }

    @Test
    void moreFramesThanASessionMaySendAreRefused() throws Exception {
        Page page = listener.welcomed(session);
        for (int i = 1; i <= 300; i++) {
            page.send(Page.frame(i));
        }
        page.awaitAck(300);

        HttpResponse<String> answer = postUntilRefused();

        assertEquals(30, message(answer, "retry").getInteger("after"));
        assertEquals(Optional.of("30"), answer.headers().firstValue("Retry-After"));
    }

    private HttpResponse<String> postUntilRefused() throws Exception {
        for (int i = 301; i < 400; i++) {
            HttpResponse<String> answer = post(List.of(Page.hello(DemoSettings.SITE_KEY, session), Page.frame(i)));
            if (answer.statusCode() == 429) {
                return answer;
            }
        }
        throw new AssertionError("never refused");
    }

    @Test
    void anUnknownKeyIs401() throws Exception {
        assertEquals(401, post(List.of(Page.hello("no-such-key-0001", session))).statusCode());
    }

    @Test
    void anOriginThatIsNotListedIs403AndGetsNoCorsHeader() throws Exception {
        HttpResponse<String> answer = listener.post(
                "/v1/frames", "https://evil.example", batch(List.of(Page.hello(DemoSettings.SITE_KEY, session))));

        assertEquals(403, answer.statusCode());
        assertTrue(answer.headers().firstValue("Access-Control-Allow-Origin").isEmpty());
    }

    @Test
    void malformedBytesAre400() throws Exception {
        HttpResponse<String> answer =
                listener.post("/v1/frames", RunningListener.ORIGIN, new byte[] {(byte) 0x81, (byte) 0x9f, 1});

        assertEquals(400, answer.statusCode());
        assertEquals("malformed", message(answer, "error").getString("code"));
    }

    @Test
    void framesWithoutHelloAre400() throws Exception {
        assertEquals(400, post(List.of(Page.frame(1))).statusCode());
    }

    @Test
    void aBodyTooLongIs413() throws Exception {
        assertEquals(
                413,
                listener.post("/v1/frames", RunningListener.ORIGIN, new byte[200_000])
                        .statusCode());
    }

    @Test
    void metricsShowCountsThatAddUp() throws Exception {
        post(List.of(Page.hello(DemoSettings.SITE_KEY, session), Page.frame(1), Page.frame(1)));
        listener.settledCounts();

        String metrics = listener.get("/metrics").body();

        assertEquals(
                sum(metrics, "received"),
                sum(metrics, "stored") + sum(metrics, "duplicate") + sum(metrics, "refused") + sum(metrics, "dropped"));
        assertTrue(sum(metrics, "stored") > 0, metrics);
    }

    private static double sum(String metrics, String outcome) {
        return metrics.lines()
                .filter(line ->
                        line.startsWith("rapport_frames_total{") && line.contains("outcome=\"" + outcome + "\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private static HttpResponse<String> post(List<ClientMessage> messages) throws Exception {
        return listener.post("/v1/frames", RunningListener.ORIGIN, batch(messages));
    }

    /** A CBOR array of at most 23 messages. */
    private static byte[] batch(List<ClientMessage> messages) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(0x80 | messages.size());
        messages.forEach(message -> bytes.writeBytes(FrameCodec.encode(message)));
        return bytes.toByteArray();
    }

    private static JsonObject message(HttpResponse<String> answer, String type) {
        return new JsonArray(answer.body())
                .stream()
                        .map(JsonObject.class::cast)
                        .filter(m -> type.equals(m.getString("t")))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("no " + type + " in " + answer.body()));
    }

    private static long stored() throws InterruptedException {
        return listener.settledCounts().getOrDefault("stored", 0L);
    }
}

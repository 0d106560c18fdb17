package dev.rapport.models.site;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class LocalSiteTest {
    private final CompletableFuture<byte[]> heard = new CompletableFuture<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private final LocalSite site = new LocalSite(
            path -> path.equals("/a.html") ? Optional.of("<p>".getBytes(StandardCharsets.UTF_8)) : Optional.empty(),
            new Inbox() {
                @Override
                public String received(byte[] message) {
                    heard.complete(message);
                    return "{\"t\":\"ack\"}";
                }

                @Override
                public String posted(byte[] body) {
                    return "[" + body.length + "]";
                }
            });

    @AfterEach
    void close() {
        site.close();
        client.close();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(site.address() + path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void servesAFileWithItsType() throws Exception {
        HttpResponse<String> answer = get("/a.html?x=1");
        assertEquals("<p>", answer.body());
        assertEquals(
                "text/html; charset=utf-8",
                answer.headers().firstValue("content-type").orElse(""));
    }

    @Test
    void saysNotFoundWhenThereIsNoFile() throws Exception {
        assertEquals(404, get("/b.html").statusCode());
    }

    @Test
    void failsWhenAPageAsksForFailure() throws Exception {
        assertEquals(500, get("/answer/fail").statusCode());
    }

    @Test
    void takesAPostedBody() throws Exception {
        HttpRequest post = HttpRequest.newBuilder(URI.create(site.address() + "/v1/frames"))
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[300]))
                .build();
        assertEquals(
                "[300]", client.send(post, HttpResponse.BodyHandlers.ofString()).body());
    }

    @Test
    void answersASocketMessageOfAnyLength() throws Exception {
        CompletableFuture<String> answer = new CompletableFuture<>();
        URI address = URI.create(site.address().replace("http", "ws") + "/v1/socket");
        WebSocket socket = client.newWebSocketBuilder()
                .subprotocols("rapport.v1")
                .buildAsync(address, new WebSocket.Listener() {
                    @Override
                    public CompletionStage<?> onText(WebSocket ws, CharSequence data, boolean last) {
                        answer.complete(data.toString());
                        return CompletableFuture.completedFuture(null);
                    }
                })
                .get(5, TimeUnit.SECONDS);
        byte[] message = new byte[70_000];
        message[69_999] = 7;
        socket.sendBinary(ByteBuffer.wrap(message), true).get(5, TimeUnit.SECONDS);
        assertArrayEquals(message, heard.get(5, TimeUnit.SECONDS));
        assertEquals("{\"t\":\"ack\"}", answer.get(5, TimeUnit.SECONDS));
        assertEquals("rapport.v1", socket.getSubprotocol());
        socket.abort();
    }
}

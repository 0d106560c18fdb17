package dev.rapport.models.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** One DevTools connection: numbered commands out, answers and events in. Safe for many threads. */
final class DevTools implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ANSWER_SECONDS = 30;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final AtomicLong next = new AtomicLong();
    private final Map<Long, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
    private final Map<String, BiConsumer<String, JsonNode>> listeners = new ConcurrentHashMap<>();
    private final ReentrantLock sending = new ReentrantLock();
    private final WebSocket socket;

    DevTools(URI address) {
        socket = client.newWebSocketBuilder().buildAsync(address, new Inbox()).join();
    }

    /** Sends a command and does not wait; failures of the command are ignored. For input that comes in streams. */
    CompletableFuture<JsonNode> post(@Nullable String session, String method, Map<String, ?> parameters) {
        long id = next.incrementAndGet();
        ObjectNode message = JsonNodeFactory.instance.objectNode().put("id", id).put("method", method);
        message.set("params", JSON.valueToTree(parameters));
        if (session != null) {
            message.put("sessionId", session);
        }
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        waiting.put(id, answer);
        sending.lock();
        try {
            socket.sendText(message.toString(), true).join();
        } finally {
            sending.unlock();
        }
        return answer;
    }

    /** Sends a command and waits for its result. */
    JsonNode call(@Nullable String session, String method, Map<String, ?> parameters) {
        try {
            return post(session, method, parameters).get(ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new BrowserException("Chromium refused " + method + ": "
                    + (e.getCause() == null ? e.getMessage() : e.getCause().getMessage()));
        } catch (TimeoutException e) {
            throw new BrowserException("Chromium did not answer " + method + " within " + ANSWER_SECONDS
                    + " s; record fewer visits at once (--parallel).");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrowserException("interrupted while waiting for " + method);
        }
    }

    /** Calls {@code listener} with method and parameters of every event of {@code session}, on the socket's thread. */
    void listen(String session, BiConsumer<String, JsonNode> listener) {
        listeners.put(session, listener);
    }

    void forget(String session) {
        listeners.remove(session);
    }

    @Override
    public void close() {
        socket.abort();
        client.close();
    }

    private void receive(String text) {
        JsonNode message;
        try {
            message = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return;
        }
        if (message.has("id")) {
            CompletableFuture<JsonNode> answer =
                    waiting.remove(message.get("id").asLong());
            if (answer != null && message.has("error")) {
                answer.completeExceptionally(new BrowserException(
                        message.get("error").path("message").asText()));
            } else if (answer != null) {
                answer.complete(message.path("result"));
            }
            return;
        }
        BiConsumer<String, JsonNode> listener =
                listeners.get(message.path("sessionId").asText());
        if (listener != null) {
            listener.accept(message.path("method").asText(), message.path("params"));
        }
    }

    private final class Inbox implements WebSocket.Listener {
        private final StringBuilder partial = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
            partial.append(data);
            if (last) {
                String text = partial.toString();
                partial.setLength(0);
                receive(text);
            }
            webSocket.request(1);
            return null;
        }

        @Override
        public void onError(WebSocket webSocket, Throwable error) {
            waiting.values().forEach(answer -> answer.completeExceptionally(error));
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
            onError(webSocket, new BrowserException("Chromium closed the connection"));
            return null;
        }
    }
}

package dev.rapport.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.rapport.server.ServerConfig.InvalidConfigException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An operator's own face landmarker: where it comes from, what is refused, and how it is served. */
class LandmarkerTest {
    private static final byte[] FILE =
            "stands for a landmarker; only browsers look inside".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @Test
    void fileAndHashBelongTogetherAndTheHashIsOne() {
        assertTrue(refusal("--face-landmarker", "f.task").contains("face-landmarker-sha256 is not set"));
        assertTrue(refusal("--face-landmarker-sha256", "0".repeat(64)).contains("face-landmarker is not set"));
        assertTrue(refusal("--face-landmarker", "f.task", "--face-landmarker-sha256", "xyz")
                .contains("not 64 hex digits"));
    }

    @Test
    void aFileIsTakenOnlyWithItsHash() throws Exception {
        Path file = Files.write(folder.resolve("f.task"), FILE);

        assertArrayEquals(FILE, new LandmarkerSource(file.toString(), hash(FILE)).read(folder));
        String other = said(new LandmarkerSource(file.toString(), "0".repeat(64)));
        assertTrue(other.contains(hash(FILE)) && other.contains("--face-landmarker-sha256"), other);
        String missing = said(new LandmarkerSource(folder.resolve("none").toString(), hash(FILE)));
        assertTrue(missing.contains("no such file"), missing);
    }

    @Test
    void anAddressIsFetchedOnceAndWhatIsDamagedLaterIsFound() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        HttpServer elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        elsewhere.createContext("/f.task", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(200, FILE.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(FILE);
            }
        });
        elsewhere.createContext("/stalls", exchange -> {
            exchange.sendResponseHeaders(200, FILE.length);
            exchange.getResponseBody().write(FILE, 0, 10);
            exchange.getResponseBody().flush();
        });
        elsewhere.createContext("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                for (int i = 0; i < 40; i++) {
                    out.write(new byte[1 << 20]);
                }
            }
        });
        elsewhere.setExecutor(Executors.newCachedThreadPool());
        elsewhere.start();
        String base = "http://127.0.0.1:" + elsewhere.getAddress().getPort();
        try {
            LandmarkerSource source = new LandmarkerSource(base + "/f.task", hash(FILE));
            assertArrayEquals(FILE, source.read(folder));
            assertArrayEquals(FILE, source.read(folder));
            assertEquals(1, asked.get());

            String missing = said(new LandmarkerSource(base + "/other", "1".repeat(64)));
            assertTrue(missing.contains("404") && missing.contains("fetch it yourself"), missing);
            LandmarkerSource stalled = new LandmarkerSource(base + "/stalls", "2".repeat(64));
            String late = String.valueOf(
                    assertThrows(IllegalStateException.class, () -> stalled.read(folder, Duration.ofSeconds(1)))
                            .getMessage());
            assertTrue(late.contains("more than 1 s"), late);
            String large = said(new LandmarkerSource(base + "/endless", "3".repeat(64)));
            assertTrue(large.contains("more than 32 MB"), large);
            String changed = said(new LandmarkerSource(base + "/f.task", "0".repeat(64)));
            assertTrue(changed.contains(hash(FILE)), changed);
            try (var kept = Files.list(folder)) {
                assertEquals(1, kept.count(), "what is not the pinned file is not kept");
            }
        } finally {
            elsewhere.stop(0);
        }
        Path kept = folder.resolve("face-landmarker-" + hash(FILE).substring(0, 16) + ".task");
        Files.writeString(kept, "damaged");
        String damaged = said(new LandmarkerSource(base + "/f.task", hash(FILE)));
        assertTrue(damaged.contains("delete it"), damaged);
    }

    @Test
    void itsWorkerTakesThePlaceOfTheBundledOneUnderAPolicyThatLetsNothingOut() throws Exception {
        Path file = Files.write(folder.resolve("f.task"), FILE);
        String bundled;
        try (Server server = started()) {
            bundled = get(server, "/rapport-face-worker.js").body();
            assertEquals(404, get(server, "/rapport-landmarker.task").statusCode());
        }
        try (Server server = started("--face-landmarker", file.toString(), "--face-landmarker-sha256", hash(FILE))) {
            HttpResponse<String> worker = get(server, "/rapport-face-worker.js");
            String host = server.publicUrl().getAuthority();
            String policy =
                    worker.headers().firstValue("Content-Security-Policy").orElse("");

            assertFalse(worker.body().equals(bundled));
            assertTrue(worker.body().startsWith("self.rapportLandmarker=\"" + hash(FILE) + "\";"));
            assertTrue(
                    policy.startsWith(
                            "default-src 'none'; script-src " + host + "/rapport-vision.js 'wasm-unsafe-eval';"),
                    policy);
            assertTrue(
                    policy.endsWith(
                            "connect-src " + host + "/rapport-vision.wasm " + host + "/rapport-landmarker.task"),
                    policy);
            HttpResponse<String> served = get(server, "/rapport-landmarker.task");
            assertEquals(new String(FILE, StandardCharsets.UTF_8), served.body());
            assertEquals(
                    "nosniff",
                    served.headers().firstValue("X-Content-Type-Options").orElse(""));
            assertEquals(200, get(server, "/rapport-vision.js").statusCode());
            assertEquals(
                    "application/wasm",
                    get(server, "/rapport-vision.wasm")
                            .headers()
                            .firstValue("Content-Type")
                            .orElse(""));
        }
    }

    private Server started(String... more) {
        return Started.ingest(folder.resolve("data"), more);
    }

    private static HttpResponse<String> get(Server server, String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI address = URI.create(server.publicUrl() + path);
            return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private static String refusal(String... flags) {
        return String.valueOf(assertThrows(InvalidConfigException.class, () -> ServerConfig.parse(flags, Map.of()))
                .getMessage());
    }

    private String said(LandmarkerSource source) {
        return String.valueOf(assertThrows(IllegalStateException.class, () -> source.read(folder))
                .getMessage());
    }

    private static String hash(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}

package dev.rapport.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapport.server.tls.Certificates;
import dev.rapport.server.tls.UnusableCertificateException;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.net.PemTrustOptions;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One certificate on both listeners, and its successor without a restart. */
class TlsServerTest {
    private static final long LONGEST_WAIT = TimeUnit.SECONDS.toNanos(40);

    @TempDir
    Path folder;

    @Test
    void bothListenersShowTheCertificateAndLaterTheOneThatReplacedIt() throws Exception {
        Certificates.write(folder, "first", "EC");
        Certificates.write(folder, "second", "RSA");
        use("first");
        try (Server server = new Server(config())) {
            server.start();
            URI site = server.publicUrl();
            URI console = URI.create(server.consoleUrl());
            assertEquals("https", site.getScheme());

            HttpResponse<String> script = get("first", site.resolve("/rapport.js"));
            assertEquals(200, script.statusCode());
            assertEquals(HttpClient.Version.HTTP_2, script.version());
            assertTrue(script.headers().firstValue("Strict-Transport-Security").isPresent());
            HttpResponse<String> page = get("first", console.resolve("/"));
            assertEquals(200, page.statusCode());
            assertTrue(page.headers().allValues("Set-Cookie").stream().allMatch(c -> c.contains("Secure")));
            assertTrue(page.headers().firstValue("Strict-Transport-Security").isPresent());
            openSocket("first", site.getPort());

            use("second");
            awaitIssuer("CN=second", site.resolve("/healthz"));
            awaitIssuer("CN=second", console.resolve("/"));
            Files.writeString(folder.resolve("used.key"), "half a ke");
            Thread.sleep(11_000);
            assertEquals(200, get("second", site.resolve("/healthz")).statusCode());
        }
    }

    @Test
    void aPairThatWillNotDoStopsTheStartWithOneSentence() throws Exception {
        Certificates.write(folder, "first", "EC");
        use("first");
        Files.delete(folder.resolve("used.key"));
        UnusableCertificateException e = assertThrows(UnusableCertificateException.class, () -> new Server(config()));
        assertTrue(String.valueOf(e.getMessage()).contains("used.key"), e::toString);
    }

    private ServerConfig config() {
        return ServerConfig.parse(
                new String[] {
                    "--data", folder.resolve("data").toString(),
                    "--port", "0",
                    "--console-port", "0",
                    "--tls-certificate", folder.resolve("used.crt").toString(),
                    "--tls-key", folder.resolve("used.key").toString()
                },
                Map.of());
    }

    private void use(String name) throws Exception {
        for (String kind : new String[] {".key", ".crt"}) {
            Path next = folder.resolve("next" + kind);
            Files.copy(folder.resolve(name + kind), next, StandardCopyOption.REPLACE_EXISTING);
            Files.move(
                    next,
                    folder.resolve("used" + kind),
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private HttpResponse<String> get(String trusted, URI address) throws Exception {
        try (HttpClient client =
                HttpClient.newBuilder().sslContext(trusting(trusted)).build()) {
            return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private void awaitIssuer(String name, URI address) throws Exception {
        long end = System.nanoTime() + LONGEST_WAIT;
        String seen = "";
        while (!seen.equals(name) && System.nanoTime() < end) {
            Thread.sleep(500);
            try {
                HttpResponse<String> answer = get("second", address);
                X509Certificate shown =
                        (X509Certificate) answer.sslSession().orElseThrow().getPeerCertificates()[0];
                seen = shown.getIssuerX500Principal().getName();
            } catch (javax.net.ssl.SSLHandshakeException e) {
                seen = "the first still";
            }
        }
        assertEquals(name, seen);
    }

    private void openSocket(String trusted, int port) throws Exception {
        Vertx vertx = Vertx.vertx();
        try {
            WebSocketClientOptions options = new WebSocketClientOptions()
                    .setSsl(true)
                    .setTrustOptions(new PemTrustOptions()
                            .addCertPath(folder.resolve(trusted + ".crt").toString()));
            WebSocketConnectOptions connect = new WebSocketConnectOptions()
                    .setHost("localhost")
                    .setPort(port)
                    .setURI("/v1/socket")
                    .addSubProtocol("rapport.v1")
                    .addHeader("Origin", "https://localhost:" + port);
            vertx.createWebSocketClient(options)
                    .connect(connect)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(20, TimeUnit.SECONDS);
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
        }
    }

    private SSLContext trusting(String name) throws Exception {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        try (InputStream in = Files.newInputStream(folder.resolve(name + ".crt"))) {
            trusted.setCertificateEntry(
                    "a", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }
}

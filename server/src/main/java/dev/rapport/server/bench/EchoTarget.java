package dev.rapport.server.bench;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** The floor: a bare Vert.x socket that sends every message back, on as many event loops as the product. */
final class EchoTarget implements Target {
    private final Vertx vertx = Vertx.vertx();
    private final int port = freePort();

    EchoTarget() {
        int loops = Math.max(1, Runtime.getRuntime().availableProcessors());
        vertx.deployVerticle(Echo::new, new DeploymentOptions().setInstances(loops))
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port on loopback: " + e.getMessage(), e);
        }
    }

    private final class Echo extends VerticleBase {
        @Override
        public Future<?> start() {
            HttpServerOptions options = new HttpServerOptions()
                    .setPerFrameWebSocketCompressionSupported(false)
                    .setPerMessageWebSocketCompressionSupported(false)
                    .addWebSocketSubProtocol("rapport.v1");
            return vertx.createHttpServer(options)
                    .webSocketHandler(socket -> socket.binaryMessageHandler(socket::writeBinaryMessage))
                    .listen(port, "127.0.0.1");
        }
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}

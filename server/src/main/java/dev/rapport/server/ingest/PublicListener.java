package dev.rapport.server.ingest;

import dev.rapport.frame.FrameCodec;
import dev.rapport.settings.SettingsStore;
import dev.rapport.settings.SiteSettings;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.VerticleBase;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.ServerWebSocketHandshake;
import io.vertx.core.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The public port on one event loop; one is deployed for each core. Routes: {@code /rapport.js}, its chunks {@code
 * /rapport-…}, {@code /w/HASH/FILE}, {@code /v1/socket}, {@code /v1/frames}, {@code /healthz}, {@code /readyz}, {@code /metrics}, {@code /demo/…}, and those that {@link
 * Route}s answer.
 */
final class PublicListener extends VerticleBase {
    /** The socket's subprotocol. */
    static final String PROTOCOL = "rapport.v1";

    /** Twice what a message may have: up to here the page is told what was wrong, beyond it the line is cut. */
    private static final int MESSAGE = 2 * FrameCodec.MAX_MESSAGE;

    /** Caching of files that an upgrade replaces under the same name. */
    static final String BRIEFLY = "public, max-age=300";

    private static final int BODY = 65_536;
    private static final int IDLE_SECONDS = 75;

    /** How long a page may take to answer our close before the line is cut. */
    private static final int CLOSING_SECONDS = 2;

    private final PublicServer.Limits limits;
    private final int port;
    private final Intake parts;
    private final Lines.Places places;
    private final Health health;
    private final Metrics metrics;
    private final StaticFiles widget = new StaticFiles("/dev/rapport/widget/");
    private final DemoPages demo = new DemoPages();
    private final java.util.concurrent.atomic.AtomicInteger bound;
    private final Map<String, Route> routes;
    private HttpServer server;
    private LoopTurn turn;
    private FrameIntake intake;
    private PostedFrames posted;
    private Lines lines;

    @SuppressWarnings("NullAway.Init") // what is made in start(), which Vert.x calls before anything else
    PublicListener(
            PublicServer.Limits limits,
            int port,
            Intake parts,
            Lines.Places places,
            Health health,
            Metrics metrics,
            java.util.concurrent.atomic.AtomicInteger bound,
            Map<String, Route> routes) {
        this.routes = routes;
        this.limits = limits;
        this.port = port;
        this.parts = parts;
        this.places = places;
        this.health = health;
        this.metrics = metrics;
        this.bound = bound;
    }

    @Override
    public Future<?> start() {
        turn = new LoopTurn(context);
        intake = new FrameIntake(parts, turn);
        posted = new PostedFrames(parts, intake);
        HttpServerOptions options = new HttpServerOptions()
                .setHost(limits.host())
                .setPort(port)
                .setMaxWebSocketFrameSize(MESSAGE)
                .setMaxWebSocketMessageSize(MESSAGE)
                .setPerFrameWebSocketCompressionSupported(false)
                .setPerMessageWebSocketCompressionSupported(false)
                .setWebSocketSubProtocols(List.of(PROTOCOL))
                .setWebSocketClosingTimeout(CLOSING_SECONDS)
                .setIdleTimeout(IDLE_SECONDS)
                .setMaxHeaderSize(8_192)
                .setHttp2ClearTextEnabled(false)
                .setCompressionSupported(true);
        limits.certificate()
                .ifPresent(own -> options.setSsl(true).setUseAlpn(true).setKeyCertOptions(own));
        lines = new Lines(vertx, places, parts.conduct());
        server = vertx.createHttpServer(options);
        server.connectionHandler(lines::came);
        server.requestHandler(this::route);
        server.webSocketHandshakeHandler(this::handshake);
        server.webSocketHandler(this::open);
        return server.listen().onSuccess(s -> bound.set(s.actualPort()));
    }

    @Override
    public Future<?> stop() {
        return server.close();
    }

    private void handshake(ServerWebSocketHandshake handshake) {
        String address = client(handshake.remoteAddress(), handshake.headers());
        if (!handshake.path().equals("/v1/socket")) {
            handshake.reject(404);
        } else if (parts.conduct().refuses(address)) {
            lines.asked(handshake.remoteAddress());
            handshake.reject(429);
        } else if (!health.ready() || !parts.sockets().admit(address)) {
            lines.asked(handshake.remoteAddress());
            handshake.reject(503);
        } else {
            lines.upgraded(handshake.remoteAddress());
            handshake.accept().onFailure(e -> parts.sockets().left(address));
        }
    }

    private void open(ServerWebSocket socket) {
        String address = client(socket.remoteAddress(), socket.headers());
        socket.frameHandler(new LineGuard(socket));
        new FrameSocket(
                socket,
                socket.headers().get("Origin"),
                address,
                context,
                turn,
                intake,
                parts,
                () -> parts.sockets().left(address));
    }

    private String client(SocketAddress peer, MultiMap headers) {
        String address = String.valueOf(peer.hostAddress());
        return limits.client().of(address, headers.get("X-Forwarded-For"));
    }

    private void route(HttpServerRequest request) {
        HttpServerResponse response = request.response();
        response.putHeader("X-Content-Type-Options", "nosniff").putHeader("Referrer-Policy", "same-origin");
        if (limits.certificate().isPresent()) {
            response.putHeader("Strict-Transport-Security", "max-age=31536000");
        }
        if (request.method() != HttpMethod.POST) {
            lines.asked(request.remoteAddress());
        }
        String asked = request.path();
        String path = asked == null ? "" : asked;
        switch (path) {
            case "/rapport.js", "/manifest.json" -> widgetFile(request, path.substring(1), BRIEFLY);
            case "/v1/frames" -> frames(request);
            case "/healthz" -> text(response, 200, "ok\n");
            case "/readyz" -> text(response, health.ready() ? 200 : 503, health.ready() ? "ready\n" : "not ready\n");
            case "/metrics" -> text(response, 200, metrics.text());
            case "/.well-known/gpc.json" ->
                response.putHeader("Content-Type", "application/json").end("{\"gpc\":true}");
            default -> other(request, path);
        }
    }

    private void other(HttpServerRequest request, String path) {
        Route route = routes.get(path);
        if (route != null) {
            route.handle(request, client(request.remoteAddress(), request.headers()), context);
            return;
        }
        if (path.startsWith("/rapport-")) {
            widgetFile(request, path.substring(1), BRIEFLY);
            return;
        }
        if (path.startsWith("/w/")) {
            String[] parts = path.split("/");
            Optional<StaticFiles.Body> file = parts.length == 4 ? widget.file(parts[3]) : Optional.empty();
            if (file.isPresent() && file.get().hash().equals(parts[2])) {
                widgetFile(request, parts[3], "public, max-age=31536000, immutable");
                return;
            }
        } else if (limits.demo() && path.startsWith("/demo")) {
            demo.answer(request, path);
            return;
        } else if (limits.demo() && path.equals("/")) {
            DemoPages.redirect(request, "/demo/");
            return;
        }
        text(request.response(), 404, "not found\n");
    }

    private void widgetFile(HttpServerRequest request, String name, String caching) {
        Optional<StaticFiles.Body> file = widget.file(name);
        if (file.isEmpty()) {
            text(request.response(), 404, "not found\n");
            return;
        }
        // What runs beside a camera or microphone comes with its own policy, which lets nothing out: a file named so
        // and .csp.
        if (name.endsWith(".html") || name.endsWith("-worker.js")) {
            widget.file(name + ".csp").ifPresent(policy -> guard(request, policy));
        }
        share(request, file.get(), caching);
    }

    /** Puts a policy on the answer, HOST in it standing for the host that was asked. */
    static void guard(HttpServerRequest request, StaticFiles.Body policy) {
        String text = new String(policy.body(), StandardCharsets.UTF_8).strip();
        request.response()
                .putHeader("Content-Security-Policy", text.replace("HOST", String.valueOf(request.authority())));
    }

    /** Answers with a file that pages of every origin may use. */
    static void share(HttpServerRequest request, StaticFiles.Body file, String caching) {
        request.response()
                .putHeader("Cache-Control", caching)
                .putHeader("Access-Control-Allow-Origin", "*")
                .putHeader("Cross-Origin-Resource-Policy", "cross-origin")
                .putHeader("Timing-Allow-Origin", "*");
        send(request, file);
    }

    static void send(HttpServerRequest request, StaticFiles.Body file) {
        String tag = "\"" + file.hash() + "\"";
        HttpServerResponse response = request.response().putHeader("ETag", tag);
        if (tag.equals(request.getHeader("If-None-Match"))) {
            response.setStatusCode(304).end();
        } else if (request.method() == HttpMethod.HEAD) {
            response.putHeader("Content-Type", file.type()).end();
        } else {
            response.putHeader("Content-Type", file.type()).end(Buffer.buffer(file.body()));
        }
    }

    private void frames(HttpServerRequest request) {
        HttpServerResponse response = request.response();
        String origin = request.getHeader("Origin");
        if (origin != null && listed(origin)) {
            response.putHeader("Access-Control-Allow-Origin", origin).putHeader("Vary", "Origin");
        }
        if (request.method() == HttpMethod.OPTIONS) {
            response.putHeader("Access-Control-Allow-Methods", "POST")
                    .putHeader("Access-Control-Allow-Headers", "content-type")
                    .putHeader("Access-Control-Max-Age", "600")
                    .setStatusCode(204)
                    .end();
            return;
        }
        if (request.method() != HttpMethod.POST) {
            text(response, 405, "POST only\n");
            return;
        }
        if (!health.ready()) {
            response.putHeader("Retry-After", "30");
            text(response, 503, "draining\n");
            return;
        }
        Buffer body = Buffer.buffer();
        request.handler(part -> {
            if (body.length() + part.length() <= BODY) {
                body.appendBuffer(part);
            } else if (!response.ended()) {
                response.setStatusCode(413).end("at most " + BODY + " bytes\n");
            }
        });
        request.endHandler(v -> {
            lines.asked(request.remoteAddress());
            if (!response.ended()) {
                posted.handle(
                        request, client(request.remoteAddress(), request.headers()), body, vertx.getOrCreateContext());
            }
        });
    }

    private boolean listed(String origin) {
        SettingsStore settings = parts.settings();
        Set<String> origins = settings.all().stream()
                .map(SiteSettings::origins)
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
        return origins.contains(origin);
    }

    static void text(HttpServerResponse response, int status, String body) {
        response.setStatusCode(status)
                .putHeader("Content-Type", "text/plain; charset=utf-8")
                .end(body);
    }
}

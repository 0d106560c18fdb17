package dev.rapport.server.ingest;

import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;

/** The demo shop and the demos beside it, under a policy that lets nothing but their own files run. */
final class DemoPages {
    private static final String ROOT = "/demo/";
    private static final String POLICY =
            "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "connect-src 'self' ws: wss:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'; "
                    + "require-trusted-types-for 'script'";

    private final StaticFiles files = new StaticFiles("/dev/rapport/server/demo/");

    /** Answers a request for a path that starts with {@code /demo}. A folder without its slash leads to the folder. */
    void answer(HttpServerRequest request, String path) {
        String name = path.startsWith(ROOT) ? path.substring(ROOT.length()) : "";
        boolean folder = path.equals(ROOT) || name.endsWith("/");
        if (!folder && (path.equals("/demo") || files.file(name + "/index.html").isPresent())) {
            redirect(request, path + "/");
            return;
        }
        Optional<StaticFiles.Body> file = files.file(folder ? name + "index.html" : name);
        if (file.isEmpty()) {
            PublicListener.text(request.response(), 404, "not found\n");
            return;
        }
        request.response().putHeader("Content-Security-Policy", POLICY).putHeader("Cache-Control", "no-cache");
        PublicListener.send(request, file.get());
    }

    /** Leads to the shop. */
    static void redirect(HttpServerRequest request, String to) {
        request.response().setStatusCode(302).putHeader("Location", to).end();
    }
}

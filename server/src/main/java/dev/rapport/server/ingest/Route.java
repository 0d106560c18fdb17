package dev.rapport.server.ingest;

import io.vertx.core.Context;
import io.vertx.core.http.HttpServerRequest;

/** Answers requests for one path of the public port that is none of the widget's own. Runs on an event loop: never blocks. */
@FunctionalInterface
public interface Route {
    /**
     * Answers one request, whatever its method.
     *
     * @param request whose body nobody has read yet
     * @param address of the client, as far as proxies are believed
     * @param context of the event loop
     */
    void handle(HttpServerRequest request, String address, Context context);
}

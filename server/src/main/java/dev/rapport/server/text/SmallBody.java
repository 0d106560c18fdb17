package dev.rapport.server.text;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.function.Consumer;

/** JSON in and out, at most {@link #MOST} bytes in. */
final class SmallBody {
    /** Longest body in bytes. */
    static final int MOST = 16_384;

    private SmallBody() {}

    /** Hands the body of a POST on; everything else is refused here. */
    static void read(HttpServerRequest request, Consumer<byte[]> then) {
        if (request.method() != HttpMethod.POST) {
            request.response().putHeader("Allow", "POST");
            refuse(request, new Refusal(405, "method", "POST only"));
            return;
        }
        Buffer body = Buffer.buffer();
        request.handler(part -> {
            if (body.length() + part.length() <= MOST) {
                body.appendBuffer(part);
            } else if (!request.response().ended()) {
                refuse(request, new Refusal(413, "size", "a body may have " + MOST + " bytes"));
            }
        });
        request.endHandler(end -> {
            if (!request.response().ended()) {
                then.accept(body.getBytes());
            }
        });
    }

    static void refuse(HttpServerRequest request, Refusal refusal) {
        if (refusal.status() == 429) {
            request.response().putHeader("Retry-After", "1");
        }
        if (refusal.status() == 401) {
            request.response().putHeader("WWW-Authenticate", "Bearer");
        }
        answer(
                request,
                refusal.status(),
                new JsonObject().put("error", refusal.code()).put("message", refusal.sentence()));
    }

    static void answer(HttpServerRequest request, int status, JsonObject json) {
        if (!request.response().closed()) {
            request.response()
                    .setStatusCode(status)
                    .putHeader("Content-Type", "application/json")
                    .putHeader("Cache-Control", "no-store")
                    .end(json.encode());
        }
    }
}

package dev.rapport.server.text;

import dev.rapport.server.ingest.Crowd;
import dev.rapport.server.ingest.Route;
import io.vertx.core.Context;
import io.vertx.core.http.HttpServerRequest;

/**
 * Stands for the demo shop's own chat server: takes a message of the shop's chat page and asks what {@link TextRoute} asks. A real
 * shop's server would call {@code /v1/text} with its secret. Keeps nothing.
 */
public final class DemoChatRoute implements Route {
    private static final int PER_SECOND = 5;

    private final Replies replies;
    private final Crowd crowd = new Crowd(PER_SECOND, 20 * PER_SECOND);

    /** Over the same scorer as the real route. */
    public DemoChatRoute(Replies replies) {
        this.replies = replies;
    }

    @Override
    public void handle(HttpServerRequest request, String address, Context context) {
        SmallBody.read(
                request,
                body -> context.executeBlocking(
                                () -> {
                                    if (!crowd.share(address, "demo").take(System.nanoTime())) {
                                        throw new Refusal(
                                                429, "rate", "more than " + PER_SECOND + " messages a second");
                                    }
                                    return replies.to(Asked.read(body));
                                },
                                false)
                        .onSuccess(answer -> SmallBody.answer(request, 200, answer))
                        .onFailure(problem -> TextRoute.refuse(request, problem)));
    }
}

package dev.rapport.server.text;

import dev.rapport.frame.Channel;
import dev.rapport.privacy.Ground;
import dev.rapport.privacy.PrivacyPolicy;
import dev.rapport.privacy.Ruling;
import dev.rapport.server.ingest.Crowd;
import dev.rapport.server.ingest.Route;
import dev.rapport.settings.SecretText;
import dev.rapport.settings.SettingsStore;
import dev.rapport.settings.SiteSecrets;
import dev.rapport.settings.SiteSettings;
import io.vertx.core.Context;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code POST /v1/text}, server to server: who asks shows the site's secret, and the channel gate must allow {@code text}. The text is
 * neither stored nor logged.
 */
public final class TextRoute implements Route {
    private static final Logger LOG = LoggerFactory.getLogger(TextRoute.class);
    private static final String SCHEME = "Bearer ";
    private static final int PER_SECOND = 20;

    private final Replies replies;
    private final SiteSecrets secrets;
    private final SettingsStore settings;
    private final Crowd crowd = new Crowd(PER_SECOND, PER_SECOND);

    /** Over these secrets and sites. */
    public TextRoute(Replies replies, SiteSecrets secrets, SettingsStore settings) {
        this.replies = replies;
        this.secrets = secrets;
        this.settings = settings;
    }

    @Override
    public void handle(HttpServerRequest request, String address, Context context) {
        SmallBody.read(
                request,
                body -> context.executeBlocking(() -> answer(request, address, body), false)
                        .onSuccess(answer -> SmallBody.answer(request, 200, answer))
                        .onFailure(problem -> refuse(request, problem)));
    }

    private JsonObject answer(HttpServerRequest request, String address, byte[] body) {
        String site = site(request.getHeader("Authorization"), address);
        SiteSettings found =
                settings.bySite(site).orElseThrow(() -> new Refusal(403, "site", "the site of this secret is gone"));
        requireAllowed(found.privacy());
        return replies.to(Asked.read(body));
    }

    /** Whose secret it is; a secret and an address that ask too often are told so before anything is looked up. */
    private String site(@Nullable String authorization, String address) {
        String secret = authorization != null && authorization.startsWith(SCHEME)
                ? authorization.substring(SCHEME.length()).strip()
                : "";
        if (!SecretText.isOne(secret)) {
            throw new Refusal(
                    401,
                    "secret",
                    "send the site's secret as 'Authorization: Bearer " + SiteSecrets.PREFIX
                            + "…'; the public key of the tag is none");
        }
        if (!crowd.share(address, HexFormat.of().formatHex(SecretText.hash(secret)))
                .take(System.nanoTime())) {
            throw new Refusal(429, "rate", "more than " + PER_SECOND + " texts a second; ask again in a second");
        }
        return secrets.siteOf(secret)
                .orElseThrow(() -> new Refusal(
                        401, "secret", "no site has this secret, or it was replaced; make one in the console"));
    }

    private static void requireAllowed(PrivacyPolicy policy) {
        if (policy.ruling(Channel.TEXT) instanceof Ruling.Refused(Ground ground)) {
            throw new Refusal(403, "channel", "texts may not be scored for this site. " + ground.plain());
        }
        if (!policy.allows(Channel.TEXT)) {
            throw new Refusal(
                    403, "channel", "the site has not switched on 'Tone of text'; its owner can, in the console");
        }
    }

    static void refuse(HttpServerRequest request, Throwable problem) {
        if (problem instanceof Refusal refusal) {
            SmallBody.refuse(request, refusal);
        } else {
            LOG.error("a text could not be scored: {}", problem.toString());
            SmallBody.refuse(request, new Refusal(500, "internal", "the server has a defect; it is logged"));
        }
    }
}

package dev.rapport.frame;

import dev.rapport.session.Device;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The first message on a connection.
 *
 * @param siteKey the site's public key
 * @param session random id the widget chose to open this visit, or what the welcome told it to say from then on; 16 to 64
 *     characters of {@code [A-Za-z0-9_.-]}
 * @param visitor random id kept on the device where the visitor consented to storage, else null; same alphabet
 * @param page path template of the page, as in {@link Frame#page}
 * @param language BCP 47 tag of the page, else the browser, at most 35 characters, for example {@code de-AT}
 * @param device how the visitor points
 * @param returning true when the device has seen this site on an earlier day
 * @param channels what the visitor consented to; {@link Channel#FRICTION} is always among them
 * @param simulated true when a simulator plays this visit: stored and reported apart, can be cleared
 * @param forced experiment id to variation key, forced by the page's query string for quality assurance; such visits are
 *     never counted in reports
 */
public record Hello(
        String siteKey,
        String session,
        @Nullable String visitor,
        String page,
        String language,
        Device device,
        boolean returning,
        Set<Channel> channels,
        boolean simulated,
        Map<String, String> forced)
        implements ClientMessage {
    public Hello {
        channels = Set.copyOf(channels);
        forced = Map.copyOf(forced);
    }

    /** The same page under the visit's name. */
    public Hello named(String name) {
        return new Hello(siteKey, name, visitor, page, language, device, returning, channels, simulated, forced);
    }
}

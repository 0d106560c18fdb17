package dev.rapport.session;

import dev.rapport.frame.Channel;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * What is known of one visit from its first message, unchanging for its life.
 *
 * @param site the site's id
 * @param session name of this visit, as {@link SessionTokens} makes it of the widget's random id
 * @param unit what experiments assign by: the visitor's salted hash where storage was consented to, else the session
 * @param device how the visitor points
 * @param language BCP 47 tag, lower-cased
 * @param returning seen on an earlier day
 * @param channels consented and allowed by the site's privacy policy
 * @param simulated played by a simulator
 * @param forced experiment id to variation key for quality assurance; empty for ordinary visits
 * @param startedAt when the server first heard of it
 */
public record Visit(
        String site,
        String session,
        String unit,
        Device device,
        String language,
        boolean returning,
        Set<Channel> channels,
        boolean simulated,
        Map<String, String> forced,
        Instant startedAt) {
    public Visit {
        channels = Set.copyOf(channels);
        forced = Map.copyOf(forced);
    }
}

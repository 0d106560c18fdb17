package dev.rapport.privacy;

import dev.rapport.frame.Channel;
import java.util.Set;

/**
 * What a site may collect. The server enforces it whatever a page sends.
 *
 * @param purpose what the site is for
 * @param channels switched on by the site owner; {@link Channel#FRICTION} always is
 */
public record PrivacyPolicy(Purpose purpose, Set<Channel> channels) {
    public PrivacyPolicy {
        channels = Set.copyOf(channels);
    }

    /** What a site is for; decides which channels may be used at all. */
    public enum Purpose {
        /** Not stated: friction only. */
        UNSTATED,
        /** Open to the public as consumers. */
        PUBLIC_CONSUMER,
        /** Used by people at work on behalf of another business. */
        BUSINESS_USERS,
        /** Used by the operator's own workers. */
        WORKPLACE,
        /** Used by applicants. */
        RECRUITMENT,
        /** Used by learners. */
        EDUCATION,
        /** Used by patients. */
        HEALTH,
        /** Used by children. */
        CHILDREN,
        /** Run by a public authority. */
        PUBLIC_SERVICE
    }

    /** True when this site may collect {@code channel} from visitors who consented to it. */
    public boolean allows(Channel channel) {
        if (channel == Channel.FRICTION) {
            return true;
        }
        boolean permitted = switch (purpose) {
            case PUBLIC_CONSUMER, BUSINESS_USERS, HEALTH, PUBLIC_SERVICE -> true;
            case UNSTATED, WORKPLACE, RECRUITMENT, EDUCATION, CHILDREN -> false;
        };
        return permitted && channels.contains(channel);
    }
}

package dev.rapport.privacy;

import dev.rapport.frame.Channel;
import java.util.Set;

/**
 * What a site may collect. The server enforces it whatever a page sends.
 *
 * @param purpose what the site is for
 * @param jurisdictions where its visitors are; a channel must be allowed in each. {@link Jurisdiction#UNSTATED} stands alone
 * @param channels switched on by the site owner; {@link Channel#FRICTION} always is
 */
public record PrivacyPolicy(Purpose purpose, Set<Jurisdiction> jurisdictions, Set<Channel> channels) {
    public PrivacyPolicy {
        jurisdictions = jurisdictions.isEmpty() ? Set.of(Jurisdiction.UNSTATED) : Set.copyOf(jurisdictions);
        channels = Set.copyOf(channels);
    }

    /** The policy of a site that does not say where its visitors are. */
    public PrivacyPolicy(Purpose purpose, Set<Channel> channels) {
        this(purpose, Set.of(Jurisdiction.UNSTATED), channels);
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

    /** Whether the law and Rapport's own rules let this site use a channel: the first refusal in the order of {@link Jurisdiction}. */
    public Ruling ruling(Channel channel) {
        for (Jurisdiction place : Jurisdiction.values()) {
            if (jurisdictions.contains(place)
                    && ChannelGate.rule(purpose, place, channel) instanceof Ruling.Refused refused) {
                return refused;
            }
        }
        return new Ruling.Allowed();
    }

    /** True when this site may collect {@code channel} from visitors who consented to it. */
    public boolean allows(Channel channel) {
        return channel == Channel.FRICTION || (channels.contains(channel) && ruling(channel) instanceof Ruling.Allowed);
    }
}

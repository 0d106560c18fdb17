package dev.rapport.privacy;

import dev.rapport.frame.Channel;
import dev.rapport.frame.Frame;
import dev.rapport.frame.Summary;
import dev.rapport.frame.SummaryField;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** Decides what of a visit may be taken in, whatever the page sends. */
public final class PrivacyGate {
    /** Fields that a site or visitor may not have allowed. */
    private static final SummaryField[] GATED = Arrays.stream(SummaryField.values())
            .filter(field -> field.channel() != Channel.FRICTION)
            .toArray(SummaryField[]::new);

    private PrivacyGate() {}

    /** The channels that the visitor agreed to and the site may use. {@link Channel#FRICTION} is always among them. */
    public static Set<Channel> granted(PrivacyPolicy policy, Set<Channel> consented) {
        Set<Channel> granted = EnumSet.of(Channel.FRICTION);
        for (Channel channel : consented) {
            if (policy.allows(channel)) {
                granted.add(channel);
            }
        }
        return granted;
    }

    /** Channels outside {@code granted} of which the frame has a number. */
    public static Set<Channel> overstepped(Frame frame, Set<Channel> granted) {
        Set<Channel> overstepped = EnumSet.noneOf(Channel.class);
        for (SummaryField field : GATED) {
            if (frame.summary().get(field) != 0 && !granted.contains(field.channel())) {
                overstepped.add(field.channel());
            }
        }
        return overstepped;
    }

    /** True when the frame has a number of a channel outside {@code granted}. */
    public static boolean oversteps(Frame frame, Set<Channel> granted) {
        Summary summary = frame.summary();
        for (SummaryField field : GATED) {
            if (field.ordinal() >= summary.places()) {
                return false; // this one and all behind it are zero
            }
            if (summary.get(field) != 0 && !granted.contains(field.channel())) {
                return true;
            }
        }
        return false;
    }
}

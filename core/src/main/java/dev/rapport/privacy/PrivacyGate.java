package dev.rapport.privacy;

import dev.rapport.frame.Channel;
import dev.rapport.frame.Frame;
import dev.rapport.frame.SummaryField;
import java.util.EnumSet;
import java.util.Set;

/** Decides what of a visit may be taken in, whatever the page sends. */
public final class PrivacyGate {
    private static final SummaryField[] FIELDS = SummaryField.values();

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

    /** True when the frame has a number of a channel outside {@code granted}. */
    public static boolean oversteps(Frame frame, Set<Channel> granted) {
        for (SummaryField field : FIELDS) {
            if (field.channel() != Channel.FRICTION
                    && frame.summary().get(field) != 0
                    && !granted.contains(field.channel())) {
                return true;
            }
        }
        return false;
    }
}

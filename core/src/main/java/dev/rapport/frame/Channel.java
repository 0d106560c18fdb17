package dev.rapport.frame;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * One kind of evidence. {@link #FRICTION} is what the page did to the visitor's task; every other channel infers from
 * the visitor's body or words and needs an opt-in and a legal gate of its own. The ordinal is the bit in the wire mask.
 */
public enum Channel {
    /** Observable struggle with the page: rage, dead and error clicks, form trouble, backtracking. */
    FRICTION,
    /** Typing rhythm: counts and sums of gaps between key presses, never single keys or times. */
    TYPING,
    /** Cursor kinematics: path length, reversals, hesitation; never coordinates. */
    POINTER,
    /** Sentiment of text the visitor writes, scored on the page. */
    TEXT,
    /** Face ratios, computed on the device. */
    FACE,
    /** Voice prosody, computed on the device. */
    VOICE,
    /** Heart rate from a Bluetooth sensor. */
    HEART,
    /** How a hand-held device is moved and turned, computed on the device. */
    BODY;

    private static final Channel[] ALL = values();

    /** This channel's bit in a wire mask. */
    public int bit() {
        return 1 << ordinal();
    }

    /** The word used on the wire, in settings and in docs, for example {@code friction}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** True for every channel but {@link #FRICTION}. */
    public boolean affect() {
        return this != FRICTION;
    }

    /** The channels whose bits are set in {@code mask}; unknown bits are an {@link IllegalArgumentException}. */
    public static Set<Channel> fromMask(int mask) {
        Set<Channel> channels = EnumSet.noneOf(Channel.class);
        for (Channel channel : values()) {
            if ((mask & channel.bit()) != 0) {
                channels.add(channel);
            }
        }
        if (mask != toMask(channels)) {
            throw new IllegalArgumentException("unknown channel bits in " + mask);
        }
        return channels;
    }

    /** The wire mask of {@code channels}. */
    public static int toMask(Set<Channel> channels) {
        int mask = 0;
        for (Channel channel : ALL) {
            mask |= channels.contains(channel) ? channel.bit() : 0;
        }
        return mask;
    }
}

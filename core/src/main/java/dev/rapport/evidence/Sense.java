package dev.rapport.evidence;

import dev.rapport.feature.Cause;
import dev.rapport.frame.Channel;

/**
 * An opt-in sense that can add evidence to a score. Each is capped by what is known of it, and all together by {@link
 * Fusion#MOST}. No sense can lower a probability, so nobody is scored worse for lacking one.
 */
public enum Sense implements Cause {
    /** Words that the visitor wrote, scored on the page by the text model. */
    TEXT(Channel.TEXT, Basis.FITTED, 1.0, "what was written sounds troubled or lost"),
    /** Ratios of the face against the visitor's own first half minute. */
    FACE(Channel.FACE, Basis.UNVALIDATED, 0.3, "brows and eyes held tighter than at the start"),
    /** Prosody of the voice, never speech. */
    VOICE(Channel.VOICE, Basis.UNVALIDATED, 0.3, "a voice raised above its usual"),
    /** Heart rate and its variability. */
    HEART(Channel.HEART, Basis.PUBLISHED, 0.5, "a pulse faster than at the start"),
    /** Motion of a hand-held device. */
    BODY(Channel.BODY, Basis.UNVALIDATED, 0.2, "a device moved more than at the start");

    /** What a weight rests on. */
    public enum Basis {
        /** Fitted to labelled data whose licence allows it, and tested on data of another kind. */
        FITTED,
        /** Computed from a published comparison within persons; not of web visitors. */
        PUBLISHED,
        /** A guess by hand that no data support; kept small. */
        UNVALIDATED
    }

    private final Channel channel;
    private final Basis basis;
    private final double most;
    private final String plain;

    Sense(Channel channel, Basis basis, double most, String plain) {
        this.channel = channel;
        this.basis = basis;
        this.most = most;
        this.plain = plain;
    }

    /** The channel whose consent and gate govern it. */
    public Channel channel() {
        return channel;
    }

    /** What its weight rests on. */
    public Basis basis() {
        return basis;
    }

    /** Most log-odds that it can add. */
    public double most() {
        return most;
    }

    @Override
    public String plain() {
        return plain;
    }
}

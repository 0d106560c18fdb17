package dev.rapport.feature;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * One number of the feature vector, computed by {@link FeatureVector}. Every feature is finite and lies in [-1, 1]; 0 means
 * "nothing unusual", so a channel that is missing, or a visitor without pointer or keyboard, never scores worse.
 *
 * <p>Notation: {@code sat(x) = 1 - exp(-x)}. {@code recent(k)} is the recency-weighted number of signals of kind k: each
 * signal counts {@code 0.5^(age / 8 s)}. {@code per(x)} is the recency-weighted sum of x a recency-weighted active second.
 * {@code dev(x)} is {@code tanh((ln x - m) / 3s)} with mean m and spread s (at least 0.35) of ln x over the seconds of this
 * visit's own {@link Baseline}; 0 below 12 such seconds.
 */
public enum Feature implements Cause {
    /** {@code sat(1.2 recent(rage_click))}. */
    RAGE("several clicks in a row that changed nothing"),
    /** {@code sat(0.6 recent(dead_click))}. */
    DEAD("a click on something that did not react"),
    /** {@code sat(0.9 recent(error_click))}. */
    ERROR("a click that led to an error"),
    /** {@code sat(0.9 recent(form_trouble))}. */
    FORM("the same field was refused again"),
    /** {@code sat(0.4 recent(field_return))}. */
    FIELD_RETURN("going back to a field that was already filled in"),
    /** {@code sat(0.7 recent(thrash))}. */
    THRASH("quick movements to and fro"),
    /** {@code sat(0.6 recent(quick_back))}. */
    QUICK_BACK("going straight back from a page"),
    /** {@code sat(0.6 recent(scroll_reversal))}. */
    SCROLL_HUNT("scrolling up and down in search of something"),
    /** {@code sat(0.7 recent(page_loop))}. */
    PAGE_LOOP("coming to the same page again and again"),
    /** {@code sat(0.6 recent(correction_burst))}. */
    CORRECTION_BURST("deleting more than writing"),
    /** {@code sat(0.8 recent(error_copy))}. */
    ERROR_COPY("copying an error message"),
    /** {@code sat(0.3 recent(hesitation))}. */
    HESITATION("waiting much longer than usual before a click"),
    /** {@code sat(0.05 recent(tenths of a second))} over slow_response: one answer 4 s late is 0.86. */
    SLOW("the page answering late"),
    /** {@code sat(0.8 recent(refresh))}. */
    REFRESH("reloading a page that gave trouble"),
    /** {@code sat(0.5 (recent(dead_swipe) + recent(mis_tap)))}. */
    TOUCH_MISS("taps or swipes that missed"),
    /** {@code sat(0.6 recent(moving_target))}. */
    MOVING_TARGET("something moved away from under a click"),
    /** {@code sat(0.5 (n - 1))}, n = recency-weighted signals on the most troubled element, at least 1. */
    SAME_ELEMENT("the same element giving trouble again"),
    /** {@code sat(0.5 (k - 1))}, k = sum over kinds of {@code min(1, recent(kind))}, at least 1. */
    KINDS("several different kinds of trouble"),
    /** {@code sat(2 per(invalids))}. */
    INVALID("fields shown as invalid"),
    /** {@code sat(per(errors))}. */
    PAGE_ERRORS("errors on the page"),
    /** {@code sat(2 per(slowMs) / 1000)}. */
    WAITING("waiting for the page"),
    /** {@code max(0, share - usual share)}, share = corrections / keys over the window; 0 below 8 keys, or 20 in the visit. */
    CORRECTIONS("more corrections than usual"),
    /** {@code sat(per(scrollReversals))}. */
    SCROLL_TURNS("many turns while scrolling"),
    /** {@code sat(max(0, per(clicks) - per(inputs) - usual))}: clicks that were not followed by a change. */
    CLICK_RATE("more clicks than usual"),
    /** {@code dev(keyGapMs / keyGaps)}; typing channel. */
    TYPING_RHYTHM("a typing rhythm unlike before"),
    /** {@code dev(hoverCs / hovers)}; pointer channel. */
    HOVER("more hesitation before clicks than before"),
    /** {@code dev(reversals / pathPx)}; pointer channel. */
    POINTER_TURNS("more turns of the pointer than before"),
    /** {@code dev(pauses / moves)}; pointer channel. */
    POINTER_RESTS("more rests of the pointer than before");

    /** Length of a feature vector. */
    public static final int COUNT = values().length;

    /** Raised whenever a formula changes without a change of names. */
    private static final int FORMULAS = 3;

    private final String plain;

    Feature(String plain) {
        this.plain = plain;
    }

    @Override
    public String plain() {
        return plain;
    }

    /** SHA-256 over names, order and formula version, hex; a model file carries it and is refused when it differs. */
    public static String schemaHash() {
        StringBuilder text = new StringBuilder("rapport-features-").append(FORMULAS);
        for (Feature feature : values()) {
            text.append('\n').append(feature.name());
        }
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK has no SHA-256", e);
        }
    }
}

package dev.rapport.evidence;

import static dev.rapport.frame.SummaryField.BODY_ENERGY_DOWN;
import static dev.rapport.frame.SummaryField.BODY_ENERGY_UP;
import static dev.rapport.frame.SummaryField.BODY_SAMPLES;
import static dev.rapport.frame.SummaryField.FACE_BROW_DOWN;
import static dev.rapport.frame.SummaryField.FACE_BROW_UP;
import static dev.rapport.frame.SummaryField.FACE_EYE_DOWN;
import static dev.rapport.frame.SummaryField.FACE_EYE_UP;
import static dev.rapport.frame.SummaryField.FACE_SAMPLES;
import static dev.rapport.frame.SummaryField.HEART_RATE_DOWN;
import static dev.rapport.frame.SummaryField.HEART_RATE_UP;
import static dev.rapport.frame.SummaryField.HEART_SAMPLES;
import static dev.rapport.frame.SummaryField.HEART_VARIABILITY_DOWN;
import static dev.rapport.frame.SummaryField.HEART_VARIABILITY_UP;
import static dev.rapport.frame.SummaryField.ORIENTATION_CHANGES;
import static dev.rapport.frame.SummaryField.TEXTS;
import static dev.rapport.frame.SummaryField.TEXT_CONFUSION;
import static dev.rapport.frame.SummaryField.TEXT_FRUSTRATION;
import static dev.rapport.frame.SummaryField.TEXT_GRATITUDE;
import static dev.rapport.frame.SummaryField.VOICE_LEVEL_DOWN;
import static dev.rapport.frame.SummaryField.VOICE_LEVEL_UP;
import static dev.rapport.frame.SummaryField.VOICE_PITCH_DOWN;
import static dev.rapport.frame.SummaryField.VOICE_PITCH_UP;
import static dev.rapport.frame.SummaryField.VOICE_RATE_DOWN;
import static dev.rapport.frame.SummaryField.VOICE_RATE_UP;
import static dev.rapport.frame.SummaryField.VOICE_SAMPLES;
import static dev.rapport.frame.SummaryField.VOICE_SPREAD_DOWN;
import static dev.rapport.frame.SummaryField.VOICE_SPREAD_UP;

import dev.rapport.feature.Window;
import dev.rapport.frame.SummaryField;
import dev.rapport.scoring.LogOdds;
import java.util.Optional;

/**
 * What one sense says of the last 30 s, each second weighted by {@code 0.5^(age / 8 s)}. Notation: {@code z(x)} is the mean
 * deviation of x from the visitor's own baseline in its standard deviations, {@code over(x) = max(0, z(x) - 0.5)}, {@code cap} is
 * {@link Sense#most()}.
 *
 * <pre>
 *   text    0.38 (max(0, lift(frustration), lift(confusion)) - max(0, lift(gratitude))), within -cap and cap
 *           lift(y) = ln-odds of the mean probability of y less those of y's share in GoEmotions
 *   heart   0.72 z(rate) - 0.26 + 0.1 over(-variability), within 0 and cap
 *   face    cap tanh(0.3 (over(-brow) + over(-eye)))
 *   voice   cap tanh(0.3 (over(pitch) + over(spread) + over(level) + over(rate)))
 *   body    cap tanh(0.3 (over(energy) + 0.5 turns))
 * </pre>
 *
 * 0.38 is what is left of the text model's strength on dialogue it was not made for: d' falls from 1.44 (AUC 0.846, GoEmotions) to
 * 0.55 (AUC 0.651, the usual baseline on MELD). 0.72 and 0.26 are d' and d'²/2 of a published comparison of heart rate under high
 * and low stress, right for 76.5 % of 51 people (Freihaut and Göritz 2021); strong stress in a laboratory, not a web page. The other
 * weights are guesses. Of the face, the mouth and the head are not read: most people smile when frustrated (Hoque 2012), so a
 * smile counts neither for nor against, and looking away is no trouble.
 *
 * @param sense whose
 * @param logOdds for struggling, below 0 against it
 * @param certainty how much was heard lately, 0 to 1: {@code n / (n + h)} with n recency-weighted samples, h = 1 text or 4 s
 */
public record Evidence(Sense sense, double logOdds, double certainty) {
    private static final double DIALOGUE = 0.38;
    private static final double FRUSTRATED = LogOdds.of(0.113);
    private static final double CONFUSED = LogOdds.of(0.0315);
    private static final double GRATEFUL = LogOdds.of(0.0613);
    private static final double PULSE = 0.72;
    private static final double PULSE_AT_REST = 0.26;
    private static final double GUESS = 0.3;
    private static final double USUAL = 0.5;
    private static final double HALF_CERTAIN_TEXTS = 1;
    private static final double HALF_CERTAIN_SECONDS = 4;

    /** Recency-weighted samples below which a sense counts as missing: none, or all of them stale. */
    private static final double LEAST = 0.2;

    /** What the window says of a sense; empty when the sense is missing or stale. */
    static Optional<Evidence> of(Sense sense, Window window) {
        double n = window.recent(samples(sense));
        if (n < LEAST) {
            return Optional.empty();
        }
        double half = sense == Sense.TEXT ? HALF_CERTAIN_TEXTS : HALF_CERTAIN_SECONDS;
        return Optional.of(new Evidence(sense, logOdds(sense, window, n), n / (n + half)));
    }

    private static SummaryField samples(Sense sense) {
        return switch (sense) {
            case TEXT -> TEXTS;
            case FACE -> FACE_SAMPLES;
            case VOICE -> VOICE_SAMPLES;
            case HEART -> HEART_SAMPLES;
            case BODY -> BODY_SAMPLES;
        };
    }

    private static double logOdds(Sense sense, Window window, double n) {
        double cap = sense.most();
        return switch (sense) {
            case TEXT -> {
                double trouble = Math.max(
                        lift(window, TEXT_FRUSTRATION, n, FRUSTRATED), lift(window, TEXT_CONFUSION, n, CONFUSED));
                yield Math.clamp(DIALOGUE * (trouble - lift(window, TEXT_GRATITUDE, n, GRATEFUL)), -cap, cap);
            }
            case HEART ->
                Math.clamp(
                        PULSE * z(window, HEART_RATE_UP, HEART_RATE_DOWN, n)
                                - PULSE_AT_REST
                                + 0.1 * over(window, HEART_VARIABILITY_DOWN, HEART_VARIABILITY_UP, n),
                        0,
                        cap);
            case FACE ->
                guess(cap, over(window, FACE_BROW_DOWN, FACE_BROW_UP, n) + over(window, FACE_EYE_DOWN, FACE_EYE_UP, n));
            case VOICE ->
                guess(
                        cap,
                        over(window, VOICE_PITCH_UP, VOICE_PITCH_DOWN, n)
                                + over(window, VOICE_SPREAD_UP, VOICE_SPREAD_DOWN, n)
                                + over(window, VOICE_LEVEL_UP, VOICE_LEVEL_DOWN, n)
                                + over(window, VOICE_RATE_UP, VOICE_RATE_DOWN, n));
            case BODY ->
                guess(
                        cap,
                        over(window, BODY_ENERGY_UP, BODY_ENERGY_DOWN, n) + 0.5 * window.recent(ORIENTATION_CHANGES));
        };
    }

    private static double guess(double cap, double excess) {
        return cap * Math.tanh(GUESS * excess);
    }

    private static double lift(Window window, SummaryField thousandths, double n, double usual) {
        return Math.max(0, LogOdds.of(window.recent(thousandths) / (1000 * n)) - usual);
    }

    private static double z(Window window, SummaryField towards, SummaryField away, double n) {
        return (window.recent(towards) - window.recent(away)) / (100 * n);
    }

    private static double over(Window window, SummaryField towards, SummaryField away, double n) {
        return Math.max(0, z(window, towards, away, n) - USUAL);
    }
}

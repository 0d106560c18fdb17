package dev.rapport.analytics;

import dev.rapport.experiment.Experiment;
import dev.rapport.frame.SignalKind;
import dev.rapport.learning.ScoreCounts;
import java.time.Instant;
import java.util.List;

/**
 * What the console shows. Answers come from roll-ups, never from raw rows, so they cost the same at any traffic. Every
 * implementation passes {@code ReportsContract} and {@code OutcomeStoreContract}. Methods may block on the database.
 *
 * <p>An entry belongs to the minute in which the server received it, and a minute belongs to a range when it starts in
 * it. {@link InMemoryAnalytics} defines every number.
 */
public interface Reports {
    /** Friction over time in about {@code points} equal steps; steps without a visit are left out. */
    List<FrictionPoint> frictionOverTime(String site, Range range, int points);

    /** Where visitors struggled most: page, element and signal, most sessions first. */
    List<Trouble> troubles(String site, Range range, int limit);

    /** What became of each hint, by hint id. */
    List<HintTotals> hints(String site, Range range);

    /** Totals of the range. */
    Totals totals(String site, Range range);

    /**
     * How a number is spread over the range's seconds. A store may answer from sketches: then the share of seconds at or below a
     * quantile is right within 1.4 points, and the quantile is rounded to a 32-bit float.
     */
    Quantiles quantiles(String site, Range range, Measure measure);

    /** Scored seconds of the range by score and reason. */
    ScoreCounts scores(String site, Range range);

    /**
     * Sufficient statistics of each arm: units whose first exposure is not before the minute of the experiment's start;
     * arms without exposure are there with zeros.
     */
    List<ArmTotals> arms(String site, Experiment experiment, boolean simulated);

    /**
     * Sufficient statistics of all metrics of each arm, split by day or segment: units whose first exposure is not before
     * the minute of the experiment's start, ordered by cell and variation; cells without exposure are left out. Which
     * metrics a unit is measured by is decided when its entries are applied, by the settings of then.
     */
    List<ArmCell> cells(String site, Experiment experiment, boolean simulated, ArmCell.Breakdown by);

    /**
     * One step of friction over time.
     *
     * @param at start of the step
     * @param visits with a frame in it
     * @param scored seconds with a known score
     * @param struggling seconds with a score of 0.5 or more
     * @param meanScore mean known score, 0 to 1; NaN when none was known
     */
    record FrictionPoint(Instant at, long visits, long scored, long struggling, double meanScore) {}

    /**
     * One place of trouble.
     *
     * @param page path template
     * @param element reference, empty for the page itself
     * @param kind which signal
     * @param count signals
     * @param visits visits that had it
     */
    record Trouble(String page, String element, SignalKind kind, long count, long visits) {}

    /**
     * What became of one hint.
     *
     * @param hint id
     * @param sent to the page
     * @param shown seen by visitors
     * @param heldOut would have been shown, control or holdout
     * @param paced times pacing held it back, counted once a visit and pause
     * @param dismissed closed by the visitor
     * @param acted its action used
     * @param helped answered "yes, this helped"
     * @param didNotHelp answered "no"
     */
    record HintTotals(
            String hint,
            long sent,
            long shown,
            long heldOut,
            long paced,
            long dismissed,
            long acted,
            long helped,
            long didNotHelp) {}

    /**
     * Totals of a range.
     *
     * @param visitors visitors with a frame, each once a day (UTC); a visit counts as one of its own where nothing may be stored
     *     on the device
     * @param visits visits with a frame
     * @param struggling visits with a known score of 0.5 or more at some time
     * @param frames frames stored
     * @param signals signals counted
     * @param hintsShown hints seen
     * @param conversions conversions of any name
     */
    record Totals(
            long visitors,
            long visits,
            long struggling,
            long frames,
            long signals,
            long hintsShown,
            long conversions) {}

    /**
     * Quantiles by nearest rank: the smallest number that the share is at most.
     *
     * @param n how many numbers
     * @param half half are at most this; NaN when there are none
     * @param most 90 % are
     * @param nearlyAll 99 % are
     */
    record Quantiles(long n, double half, double most, double nearlyAll) {
        /** Shares of the numbers that are at most {@code half}, {@code most} and {@code nearlyAll}. */
        public static final double HALF = 0.5;

        /** See {@link #HALF}. */
        public static final double MOST = 0.9;

        /** See {@link #HALF}. */
        public static final double NEARLY_ALL = 0.99;

        /** Of no numbers. */
        public static final Quantiles NONE = new Quantiles(0, Double.NaN, Double.NaN, Double.NaN);
    }

    /**
     * Sufficient statistics of one arm. Units exposed by force are left out.
     *
     * @param variation key
     * @param exposed units, each once
     * @param converted units with the goal conversion after exposure
     * @param frictionUnits units with at least one known score in the 60 s after exposure
     * @param frictionSum sum over those units of their mean score
     * @param frictionSumSquares sum of squares of the same
     */
    record ArmTotals(
            String variation,
            long exposed,
            long converted,
            long frictionUnits,
            double frictionSum,
            double frictionSumSquares) {}
}

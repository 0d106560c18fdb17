package dev.rapport.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A number by which arms are compared, written down before the start. What a unit is counted for happens after its
 * exposure, in that visit or a later one.
 *
 * @param id kebab-case, unique in the experiment
 * @param name for the console
 * @param kind how a unit's number comes about
 * @param role what it is compared for
 * @param event name of the conversion it counts; empty for kinds that count no conversion
 * @param per name of the conversion that a ratio is taken by; empty otherwise
 * @param cap a unit's number is cut off here (winsorised), above 0; 0: not at all
 * @param windowHours conversions count for so many hours after exposure; 0: without end
 * @param level of a quantile, above 0 and below 1; 0 otherwise
 * @param lowerIsBetter true where less is an improvement
 */
public record Metric(
        String id,
        String name,
        Kind kind,
        Role role,
        String event,
        String per,
        double cap,
        int windowHours,
        double level,
        boolean lowerIsBetter) {
    /** A visitor who does not succeed within so many seconds counts with so many. */
    public static final int LONGEST_SECONDS = 1800;

    /** Name of the conversion that says that a form was completed. */
    public static final String FORM_EVENT = "form";

    /** How a unit's number comes about. */
    public enum Kind {
        /** 1 for a unit with the conversion, else 0. */
        BINOMIAL(true),
        /** How many conversions the unit had. */
        COUNT(true),
        /** Sum of the conversions' values. */
        MEAN(true),
        /** Sum of the conversions' values, by the number of another conversion. */
        RATIO(true),
        /** Sum of the conversions' values, units with one only; arms are compared by a quantile. */
        QUANTILE(true),
        /** Mean known score, 0 to 1, in the 60 s after exposure; units with one only. */
        FRICTION(false),
        /** Seconds to the first conversion, at most {@link #LONGEST_SECONDS}; so many without one. */
        TIME_TO_SUCCESS(false),
        /** Errors and failed validations in the 60 s after exposure, by the seconds seen of them. */
        ERRORS(false),
        /** 1 for "yes, this helped", 0 for "no"; units that answered only. */
        HELPFUL(false),
        /** 1 for a unit that closed the hint. */
        DISMISSED(false),
        /** 1 for a unit that met a signal at the same element again, 10 s or more after exposure in the same visit. */
        RETURNED(false);

        private final boolean custom;

        Kind(boolean custom) {
            this.custom = custom;
        }

        /** True for kinds that a site may define metrics of. */
        public boolean custom() {
            return custom;
        }

        /** True where only arms that show a hint can have a number, so that the control is no comparison. */
        public boolean onlyWhereShown() {
            return this == HELPFUL || this == DISMISSED;
        }

        /** True where a conversion's value counts, which is money as a rule. */
        public boolean money() {
            return this == MEAN || this == RATIO || this == QUANTILE;
        }
    }

    /** What a metric is compared for. */
    public enum Role {
        /** Decides the verdict. */
        GOAL,
        /** Is shown beside it. */
        SECONDARY,
        /** Must not get worse. */
        GUARDRAIL
    }

    /**
     * Under what its numbers are kept: its id and, in 24 bits, what they depend on. A metric that is changed while the
     * experiment runs gets another key, so numbers of two definitions are never added up.
     */
    public String key() {
        if (!kind.custom) {
            return kind == Kind.TIME_TO_SUCCESS ? id + "~" + bits(event) : id;
        }
        return id + "~" + bits(String.join("\n", kind.name(), event, per, "" + cap, "" + windowHours));
    }

    private static String bits(String text) {
        return String.format(Locale.ROOT, "%06x", text.hashCode() & 0xffffff);
    }

    /** The metrics that every experiment has; those of a goal only where {@code goal} names a conversion. */
    static List<Metric> builtIn(String goal, boolean ownGoal) {
        List<Metric> metrics = new ArrayList<>();
        boolean named = !goal.isEmpty();
        if (named) {
            metrics.add(conversion("goal", "Reached “" + goal + "”", ownGoal ? Role.SECONDARY : Role.GOAL, goal));
            metrics.add(
                    plain("time-to-success", "Seconds to “" + goal + "”", Kind.TIME_TO_SUCCESS, true, Role.SECONDARY)
                            .of(goal));
        }
        metrics.add(plain(
                "friction",
                "Friction after exposure",
                Kind.FRICTION,
                true,
                named || ownGoal ? Role.GUARDRAIL : Role.GOAL));
        metrics.add(plain("errors", "Errors a minute", Kind.ERRORS, true, Role.GUARDRAIL));
        metrics.add(plain("returned", "Same trouble again", Kind.RETURNED, true, Role.GUARDRAIL));
        metrics.add(conversion("form", "Form completed", Role.SECONDARY, FORM_EVENT));
        metrics.add(plain("helpful", "Said it helped", Kind.HELPFUL, false, Role.SECONDARY));
        metrics.add(plain("dismissed", "Closed the hint", Kind.DISMISSED, true, Role.SECONDARY));
        return List.copyOf(metrics);
    }

    private static Metric conversion(String id, String name, Role role, String event) {
        return new Metric(id, name, Kind.BINOMIAL, role, event, "", 0, 0, 0, false);
    }

    private static Metric plain(String id, String name, Kind kind, boolean lowerIsBetter, Role role) {
        return new Metric(id, name, kind, role, "", "", 0, 0, 0, lowerIsBetter);
    }

    private Metric of(String conversion) {
        return new Metric(id, name, kind, role, conversion, per, cap, windowHours, level, lowerIsBetter);
    }
}

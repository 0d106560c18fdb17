package dev.rapport.experiment.report;

import dev.rapport.experiment.Experiment;
import dev.rapport.experiment.Experiment.Status;
import dev.rapport.experiment.Metric;
import dev.rapport.experiment.statistics.Estimate.Effect;
import java.util.Locale;
import java.util.OptionalLong;

/** The sentences of verdicts: the reason, then what to do next. */
final class Wording {
    private final Experiment experiment;

    Wording(Experiment experiment) {
        this.experiment = experiment;
    }

    String tooFewExposures(long exposed, long needed) {
        return "Only " + exposed + " of the " + needed + " exposures that a first look needs are there; " + next()
                + ".";
    }

    String tooEarly(String reason) {
        return "It is too early to compare (" + reason + "); " + next() + ".";
    }

    String mismatch(SampleRatioCheck check) {
        return "“" + name(check.furthest())
                + "” did not get its share of visitors, so no other number here can be trusted;"
                + " find out what loses or doubles them, then start again under a new seed.";
    }

    String helpsMore(Headline goal, int arm, Effect effect, boolean mixed, boolean strugglesMore) {
        return "Visitors of “" + name(arm) + "” " + better(goal, effect)
                + ", beyond what chance explains; "
                + (mixed
                        ? "but they did worse in another goal, so decide which of the two matters."
                        : strugglesMore
                                ? "but they struggled more afterwards, so look at where before you show it to everybody."
                                : "you may stop now and show it to everybody.");
    }

    String helpsLess(Headline goal, int arm, Effect effect) {
        return "Visitors of “" + name(arm) + "” " + worse(goal, effect)
                + ", beyond what chance explains; stop showing it.";
    }

    String noDifference() {
        return "Whatever difference there is is less than a twentieth of the value without a hint; keep the simpler way.";
    }

    String inconclusive() {
        return "It was stopped before a difference could be told from chance; run it again with more visitors if it still"
                + " matters.";
    }

    String keepRunning(OptionalLong moreUnits) {
        String more = moreUnits.isPresent() && moreUnits.getAsLong() > 0
                ? ": a difference of a tenth would show after about " + rounded(moreUnits.getAsLong())
                        + " more exposures"
                : "";
        return "No difference beyond chance so far; " + (paused() ? "resume it" : "let it run") + more + ".";
    }

    private String next() {
        return switch (experiment.status()) {
            case RUNNING, DRAFT -> "let it run";
            case PAUSED -> "resume it";
            case STOPPED, ARCHIVED -> "run it again, or keep the simpler way";
        };
    }

    private boolean paused() {
        return experiment.status() == Status.PAUSED;
    }

    private String better(Headline goal, Effect effect) {
        return goal.basis()
                .map(basis -> switch (basis) {
                    case CONVERSION -> "reached “" + experiment.goal() + "” more often " + shares(effect);
                    case FRICTION -> "struggled less in the minute after " + numbers(effect);
                })
                .orElseGet(() -> "did better in " + own(goal, effect));
    }

    private String worse(Headline goal, Effect effect) {
        return goal.basis()
                .map(basis -> switch (basis) {
                    case CONVERSION -> "reached “" + experiment.goal() + "” less often " + shares(effect);
                    case FRICTION -> "struggled more in the minute after " + numbers(effect);
                })
                .orElseGet(() -> "did worse in " + own(goal, effect));
    }

    private static String own(Headline goal, Effect effect) {
        boolean share = goal.metric()
                .filter(metric -> metric.kind() == Metric.Kind.BINOMIAL)
                .isPresent();
        return "“" + goal.metric().map(Metric::name).orElse("") + "” " + (share ? shares(effect) : numbers(effect));
    }

    private static String shares(Effect effect) {
        return "(" + percent(effect.treatmentMean()) + " against " + percent(effect.controlMean()) + ")";
    }

    private static String numbers(Effect effect) {
        return String.format(Locale.ROOT, "(%.2f against %.2f)", effect.treatmentMean(), effect.controlMean());
    }

    private static String percent(double value) {
        return String.format(Locale.ROOT, value < 0.01 ? "%.2f %%" : "%.1f %%", value * 100);
    }

    private String name(String variation) {
        return experiment.variations().stream()
                .filter(one -> one.key().equals(variation))
                .findFirst()
                .map(Experiment.Variation::name)
                .orElse(variation);
    }

    private String name(int arm) {
        return experiment.variations().get(arm).name();
    }

    /** Two digits, the rest zeros: an estimate should not look exact. */
    private static String rounded(long units) {
        long step = (long) Math.pow(10, Math.max(0, (int) Math.log10(units) - 1));
        return String.format(Locale.ROOT, "%,d", Math.ceilDiv(units, step) * step)
                .replace(',', ' ');
    }
}

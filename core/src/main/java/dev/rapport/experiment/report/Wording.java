package dev.rapport.experiment.report;

import dev.rapport.experiment.Experiment;
import dev.rapport.experiment.Experiment.Status;
import dev.rapport.experiment.statistics.Estimate.Effect;
import java.util.Locale;
import java.util.OptionalLong;

/** The sentences of verdicts: the reason, then what to do next. */
final class Wording {
    private final Experiment experiment;
    private final Metric metric;

    Wording(Experiment experiment, Metric metric) {
        this.experiment = experiment;
        this.metric = metric;
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

    String helpsMore(int arm, Effect effect, boolean strugglesMore) {
        return "Visitors of “" + name(arm) + "” " + better(effect)
                + ", beyond what chance explains; "
                + (strugglesMore
                        ? "but they struggled more afterwards, so look at where before you show it to everybody."
                        : "you may stop now and show it to everybody.");
    }

    String helpsLess(int arm, Effect effect) {
        return "Visitors of “" + name(arm) + "” " + worse(effect) + ", beyond what chance explains; stop showing it.";
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

    private String better(Effect effect) {
        return switch (metric) {
            case CONVERSION -> "reached “" + experiment.goal() + "” more often " + numbers(effect);
            case FRICTION -> "struggled less in the minute after " + numbers(effect);
        };
    }

    private String worse(Effect effect) {
        return switch (metric) {
            case CONVERSION -> "reached “" + experiment.goal() + "” less often " + numbers(effect);
            case FRICTION -> "struggled more in the minute after " + numbers(effect);
        };
    }

    private String numbers(Effect effect) {
        return "(" + shown(effect.treatmentMean()) + " against " + shown(effect.controlMean()) + ")";
    }

    private String shown(double value) {
        return metric == Metric.CONVERSION
                ? String.format(Locale.ROOT, value < 0.01 ? "%.2f %%" : "%.1f %%", value * 100)
                : String.format(Locale.ROOT, "%.2f", value);
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

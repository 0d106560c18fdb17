package dev.rapport.models.evaluate;

import dev.rapport.frame.Channel;
import dev.rapport.frame.Frame;
import dev.rapport.models.onnx.Network;
import dev.rapport.models.recording.RecordedVisit;
import dev.rapport.models.train.Moment;
import dev.rapport.models.train.Replay;
import dev.rapport.models.train.Scored;
import dev.rapport.models.train.Tally;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** The fairness tests that change visits and see whether the score moves: F4 to F8. */
final class VisitTests {
    private static final double[] FACTORS = {0.5, 0.75, 1.5, 2, 3, 5};

    private final List<Judged> judged;
    private final List<Scored> still;
    private final List<Scored> shaking;
    private final Network network;
    private final double threshold;

    VisitTests(List<Judged> judged, Network network, double threshold, List<Scored> still, List<Scored> shaking) {
        this.judged = judged;
        this.network = network;
        this.threshold = threshold;
        this.still = still;
        this.shaking = shaking;
    }

    Verdict scale() {
        double worst = 0;
        double at = 1;
        for (double factor : FACTORS) {
            double moved = moved(Change.slower(factor), false);
            if (moved > worst) {
                worst = moved;
                at = factor;
            }
        }
        return new Verdict(
                "F4",
                "all durations of a calm visit times 0.5 to 5",
                "the visit's mean score moves ≤ 0.05",
                String.format(Locale.ROOT, "largest move %.3f, at factor %.2f", worst, at),
                worst <= 0.05);
    }

    Verdict zoom() {
        double worst = 0;
        for (double factor : new double[] {0.5, 0.8, 1.25, 2}) {
            worst = Math.max(worst, moved(Change.larger(factor), true));
        }
        return new Verdict(
                "F8",
                "page zoomed by 0.5 to 2 (a frame holds no coordinates, so mirrored and turned pages send the same)",
                "a second's score moves ≤ 0.02",
                String.format(Locale.ROOT, "largest move %.3f", worst),
                worst <= 0.02);
    }

    /** Largest move of a calm visit's mean score, or of any of its seconds' scores. */
    private double moved(UnaryOperator<Frame> change, boolean seconds) {
        List<RecordedVisit> calm = judged.stream()
                .map(j -> j.visit().visit())
                .filter(v -> v.truths().isEmpty())
                .toList();
        List<Scored> before = Scored.all(Replay.all(calm, UnaryOperator.identity()), network);
        List<Scored> after = Scored.all(Replay.all(calm, change), network);
        double worst = 0;
        for (int v = 0; v < calm.size(); v++) {
            double sum = 0;
            int count = 0;
            for (int i = 0; i < before.get(v).probabilities().length; i++) {
                double moved = after.get(v).probabilities()[i] - before.get(v).probabilities()[i];
                if (!Double.isNaN(moved)) {
                    sum += moved;
                    count++;
                    worst = seconds ? Math.max(worst, Math.abs(moved)) : worst;
                }
            }
            worst = seconds || count == 0 ? worst : Math.max(worst, Math.abs(sum / count));
        }
        return worst;
    }

    Verdict tremor() {
        String test = "tremor of 4, 6 and 8 Hz added to a steady hand, calm visits, in Chromium";
        String bar = "no alarm comes or goes";
        if (still.isEmpty()) {
            return new Verdict("F5", test, bar, "not measured: no Chromium", false);
        }
        int changed = 0;
        double highest = 0;
        for (int i = 0; i < shaking.size(); i++) {
            Tally calm = Tally.of(still.get(i % still.size()), threshold);
            Tally shaken = Tally.of(shaking.get(i), threshold);
            changed += (calm.alarms() > 0) == (shaken.alarms() > 0) ? 0 : 1;
            for (double p : shaking.get(i).probabilities()) {
                highest = Double.isNaN(p) ? highest : Math.max(highest, p);
            }
        }
        return new Verdict(
                "F5",
                test,
                bar,
                String.format(
                        Locale.ROOT,
                        "%d of %d visits change; highest score with tremor %.2f",
                        changed,
                        shaking.size(),
                        highest),
                changed == 0);
    }

    Verdict missing() {
        List<RecordedVisit> visits = judged.stream().map(j -> j.visit().visit()).toList();
        long known = Replay.all(visits, Change.blind()).stream()
                .flatMap(v -> v.moments().stream())
                .filter(Moment::enough)
                .count();
        List<Scored> whole = Scored.all(Replay.all(visits, EnumSet.allOf(Channel.class)), network);
        List<Scored> part = Scored.all(Replay.all(visits, EnumSet.of(Channel.FRICTION)), network);
        int flips = 0;
        int calm = 0;
        for (int v = 0; v < whole.size(); v++) {
            for (int i = 0; i < whole.get(v).probabilities().length; i++) {
                double with = whole.get(v).probabilities()[i];
                double without = part.get(v).probabilities()[i];
                if (whole.get(v).visit().moments().get(i).label() == Moment.Label.CALM && !Double.isNaN(with)) {
                    calm++;
                    flips += without >= threshold && with < threshold ? 1 : 0;
                }
            }
        }
        SenseTests.Counted senses = new SenseTests(network, threshold).count();
        return new Verdict(
                "F6",
                "no input at all; pointer and typing channels off; senses present or missing",
                "unknown; no calm second turns high; no sense lowers a score or reaches the threshold alone",
                String.format(
                        Locale.ROOT,
                        "%d seconds scored without input; %d of %d calm seconds turn high; %s",
                        known,
                        flips,
                        calm,
                        senses.text()),
                known == 0 && flips == 0 && senses.met());
    }

    Verdict coldStart() {
        int early = 0;
        double hours = 0;
        int scored = 0;
        int moments = 0;
        for (Judged j : judged) {
            boolean calm = j.visit().visit().truths().isEmpty();
            hours += calm ? Math.min(30, j.visit().visit().seconds()) / 3600 : 0;
            boolean alarm = false;
            for (int i = 0; i < j.visit().moments().size(); i++) {
                Moment moment = j.visit().moments().get(i);
                alarm |= calm && moment.at() < 30 && j.scored().probabilities()[i] >= j.threshold();
                if (moment.at() < 5) {
                    moments++;
                    scored += moment.enough() ? 1 : 0;
                }
            }
            early += alarm ? 1 : 0;
        }
        return new Verdict(
                "F7",
                "the first 30 s of calm visits",
                "no alarm",
                String.format(
                        Locale.ROOT,
                        "%d alarms in %.2f hours; of the first 5 s %.0f %% have no score",
                        early,
                        hours,
                        100 - 100.0 * scored / Math.max(1, moments)),
                early == 0);
    }
}

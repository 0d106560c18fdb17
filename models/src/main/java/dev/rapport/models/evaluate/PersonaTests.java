package dev.rapport.models.evaluate;

import dev.rapport.models.train.Held;
import dev.rapport.models.train.Moment;
import dev.rapport.models.train.Scored;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** The fairness tests that compare personas: F1, F2, F3, F9, F10, F11. */
final class PersonaTests {
    private static final String REFERENCE = "young-mouse";
    private static final Set<String> CROSSED = Set.of("touch-seventy", "touch-motor");

    private final List<Judged> judged;
    private final Map<String, List<Judged>> personas = new TreeMap<>();

    PersonaTests(List<Judged> judged) {
        this.judged = judged;
        judged.forEach(j ->
                personas.computeIfAbsent(j.persona(), k -> new ArrayList<>()).add(j));
    }

    private static double calmShare(List<Judged> visits) {
        int calm = 0;
        int high = 0;
        for (Judged visit : visits) {
            for (int i = 0; i < visit.visit().moments().size(); i++) {
                double p = visit.scored().probabilities()[i];
                if (visit.visit().moments().get(i).label() == Moment.Label.CALM && !Double.isNaN(p)) {
                    calm++;
                    high += p >= visit.threshold() ? 1 : 0;
                }
            }
        }
        return calm == 0 ? 0 : (double) high / calm;
    }

    private List<Judged> of(String persona) {
        return personas.getOrDefault(persona, List.of());
    }

    Verdict calmRate() {
        return rates("F1", "calm seconds above the threshold, persona against " + REFERENCE, personas.keySet());
    }

    Verdict crossed() {
        return rates("F9", "the same for crossed groups (touch and 70+, touch and motor)", CROSSED);
    }

    Verdict rates(String id, String test, Set<String> which) {
        double reference = calmShare(of(REFERENCE));
        String worst = REFERENCE;
        for (String persona : which) {
            if (calmShare(of(persona)) > calmShare(of(worst))) {
                worst = persona;
            }
        }
        double rate = calmShare(of(worst));
        double gap = 100 * (rate - reference);
        Spread spread = Spread.of(of(worst), of(REFERENCE), (a, b) -> 100 * (calmShare(a) - calmShare(b)));
        boolean ratio = rate <= 1.25 * reference || spread.low() <= 0;
        return new Verdict(
                id,
                test,
                "gap ≤ 5 points; ratio ≤ 1.25, or not told apart from 1",
                String.format(
                        Locale.ROOT,
                        "largest gap %.2f points [%.2f, %.2f] (%s %.2f %%, %s %.2f %%); the same before and after calibration, which"
                                + " keeps the order",
                        gap,
                        spread.low(),
                        spread.high(),
                        worst,
                        100 * rate,
                        REFERENCE,
                        100 * reference),
                gap <= 5 && ratio);
    }

    Verdict hitRate() {
        double reference = Cell.sum(of(REFERENCE)).recall();
        String worst = REFERENCE;
        for (String persona : personas.keySet()) {
            if (Cell.sum(of(persona)).recall() < Cell.sum(of(worst)).recall()) {
                worst = persona;
            }
        }
        Spread spread = Spread.of(
                of(worst),
                of(REFERENCE),
                (a, b) -> 100 * (Cell.sum(b).recall() - Cell.sum(a).recall()));
        double gap = 100 * (reference - Cell.sum(of(worst)).recall());
        return new Verdict(
                "F2",
                "struggles found, persona against " + REFERENCE,
                "gap ≤ 10 points",
                String.format(
                        Locale.ROOT,
                        "largest gap %.0f points [%.0f, %.0f] (%s finds %.0f %%, %s %.0f %%)",
                        gap,
                        spread.low(),
                        spread.high(),
                        worst,
                        100 * Cell.sum(of(worst)).recall(),
                        REFERENCE,
                        100 * reference),
                gap <= 10);
    }

    Verdict exposure() {
        Function<String, Double> rate = persona -> Cell.sum(of(persona)).falsePerHour();
        double all = Cell.sum(judged).falsePerHour();
        String worst = REFERENCE;
        for (String persona : personas.keySet()) {
            if (rate.apply(persona) > rate.apply(worst)) {
                worst = persona;
            }
        }
        return new Verdict(
                "F3",
                "hints a calm hour before pacing, persona against all",
                "ratio ≤ 1.25",
                String.format(
                        Locale.ROOT,
                        "%s %.2f an hour (%d alarms), all %.2f an hour",
                        worst,
                        rate.apply(worst),
                        Cell.sum(of(worst)).falseAlarms(),
                        all),
                rate.apply(worst) <= 1.25 * all);
    }

    Verdict sameDefect() {
        double least = Double.POSITIVE_INFINITY;
        String who = "";
        for (Map.Entry<String, List<Judged>> each : personas.entrySet()) {
            double rise = mean(each.getValue(), Moment.Label.STRUGGLING) - mean(each.getValue(), Moment.Label.CALM);
            if (rise < least) {
                least = rise;
                who = each.getKey();
            }
        }
        return new Verdict(
                "F10",
                "a defect raises the score of every persona",
                "mean score while struggling less calm mean ≥ 0.25 for all",
                String.format(Locale.ROOT, "least rise %.2f (%s)", least, who),
                least >= 0.25);
    }

    private static double mean(List<Judged> visits, Moment.Label label) {
        double sum = 0;
        int count = 0;
        for (Judged j : visits) {
            for (int i = 0; i < j.visit().moments().size(); i++) {
                double p = j.scored().probabilities()[i];
                if (j.visit().moments().get(i).label() == label && !Double.isNaN(p)) {
                    sum += p;
                    count++;
                }
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    Verdict selfReports() {
        Map<String, List<Scored>> devices = new TreeMap<>();
        for (Judged j : judged) {
            String device = j.persona().startsWith("touch")
                    ? "touch"
                    : Set.of("keyboard-only", "screen-reader", "switch-user").contains(j.persona())
                            ? "keyboard"
                            : "mouse";
            devices.computeIfAbsent(device, k -> new ArrayList<>()).add(j.scored());
        }
        StringBuilder text = new StringBuilder("no self-reports of people in the corpus; ECE on planted truth");
        devices.forEach((device, scored) -> text.append(
                String.format(Locale.ROOT, ", %s %.3f", device, Held.of(scored).calibrationError())));
        return new Verdict("F11", "calibration by device class on self-reports", "published", text.toString(), false);
    }
}

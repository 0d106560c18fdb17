package dev.rapport.ui.dev;

import dev.rapport.experiment.Assignment;
import dev.rapport.feature.Feature;
import dev.rapport.frame.Channel;
import dev.rapport.frame.EventKind;
import dev.rapport.frame.Frame;
import dev.rapport.frame.Signal;
import dev.rapport.frame.SignalKind;
import dev.rapport.frame.Summary;
import dev.rapport.frame.VisitorEvent;
import dev.rapport.journal.JournalEntry;
import dev.rapport.pacing.Pacing;
import dev.rapport.pipeline.Outcome;
import dev.rapport.scoring.Score;
import dev.rapport.session.Device;
import dev.rapport.session.Visit;
import dev.rapport.settings.SiteSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Visits that never were, in the shape that the pipeline leaves behind; the same for the same seed. */
final class MadeUpVisits {
    private static final List<String> PAGES = List.of("/demo/", "/demo/product", "/demo/basket", "/demo/checkout");
    private static final List<Signal> TROUBLE = List.of(
            new Signal(SignalKind.RAGE_CLICK, "#apply-coupon", 4),
            new Signal(SignalKind.DEAD_CLICK, "#apply-coupon", 1),
            new Signal(SignalKind.FORM_TROUBLE, "#phone", 2),
            new Signal(SignalKind.SCROLL_REVERSAL, "", 6),
            new Signal(SignalKind.ERROR_CLICK, "#pay-express", 1),
            new Signal(SignalKind.SLOW_RESPONSE, "#pay", 31));

    private final Random random;
    private final SiteSettings site;

    MadeUpVisits(SiteSettings site, long seed) {
        this.site = site;
        random = new Random(seed);
    }

    Visit visit(String session, Instant start, boolean simulated) {
        Device[] devices = Device.values();
        return new Visit(
                site.site(),
                session,
                session,
                devices[random.nextInt(10) < 6 ? 0 : random.nextInt(devices.length)],
                random.nextInt(4) == 0 ? "de-at" : "en",
                random.nextInt(3) == 0,
                Set.of(Channel.FRICTION),
                simulated,
                Map.of(),
                start);
    }

    /** A visit of about 40 seconds; an experiment decides about one of its hints. */
    List<JournalEntry> entries(Visit visit) {
        List<JournalEntry> entries = new ArrayList<>();
        boolean struggles = random.nextInt(100) < 38;
        int length = 25 + random.nextInt(30);
        int hintAt = struggles ? 12 + random.nextInt(8) : -1;
        boolean control = random.nextBoolean();
        String page = PAGES.get(random.nextInt(PAGES.size()));
        boolean experiment = random.nextInt(100) < 70;
        for (int second = 1; second <= length; second++) {
            if (second % 12 == 0) {
                page = PAGES.get(random.nextInt(PAGES.size()));
            }
            boolean after = hintAt > 0 && second > hintAt;
            double base = !struggles ? 0.12 : after && !control ? 0.38 : second > 8 ? 0.74 : 0.3;
            Score score = second < 5
                    ? new Score.Unknown("too little has happened yet")
                    : score(Math.min(0.98, Math.max(0.02, base + random.nextGaussian() * 0.09)), second);
            List<Signal> signals = struggles && second > 6 && second % 5 == 0
                    ? List.of(TROUBLE.get((int) (TROUBLE.size() * Math.pow(random.nextDouble(), 1.6))))
                    : List.of();
            List<VisitorEvent> events = new ArrayList<>();
            Outcome outcome = second == hintAt
                    ? hint(score, control, experiment)
                    : score instanceof Score.Unknown unknown
                            ? new Outcome.WarmingUp(unknown)
                            : new Outcome.NoRuleMatched(score);
            if (outcome instanceof Outcome.NoRuleMatched && struggles && second == hintAt + 3) {
                outcome = new Outcome.Paced(score, match("coupon-help"), Pacing.Pause.COOL_DOWN);
            }
            if (after && !control && second == hintAt + 2) {
                events.add(new VisitorEvent(EventKind.HINT_SHOWN, hintId(experiment), 0));
                if (random.nextInt(3) > 0) {
                    events.add(new VisitorEvent(
                            EventKind.HINT_HELPED, hintId(experiment), random.nextInt(10) < 7 ? 1 : 0));
                } else {
                    events.add(new VisitorEvent(EventKind.HINT_DISMISSED, hintId(experiment), 0));
                }
            }
            if (second == 22 && random.nextInt(100) < 30 && score instanceof Score.Known known) {
                boolean hard = random.nextDouble() < 0.06 + 0.55 * known.probability();
                events.add(new VisitorEvent(EventKind.SELF_REPORT, "", hard ? 1 : 0));
            }
            if (second == length && random.nextInt(100) < (struggles ? control ? 15 : 36 : 45)) {
                events.add(new VisitorEvent(EventKind.CONVERSION, "order", 4990));
            }
            Frame frame = new Frame(second, second, page, Frame.VISIBLE, Summary.EMPTY, signals, events);
            entries.add(
                    new JournalEntry(visit, frame, outcome, visit.startedAt().plusSeconds(second)));
        }
        return entries;
    }

    Score score(double probability, int seconds) {
        return new Score.Known(
                probability,
                seconds / (seconds + 10.0),
                probability < 0.3
                        ? List.of()
                        : List.of(new Score.Reason(Feature.RAGE, 1.6), new Score.Reason(Feature.SAME_ELEMENT, 0.7)));
    }

    private Outcome hint(Score score, boolean control, boolean experiment) {
        String hint = hintId(experiment);
        if (!experiment && random.nextBoolean()) {
            return control
                    ? new Outcome.HeldOut(
                            score, match(hint), new Assignment(Assignment.HOLDOUT, "holdout", true, false))
                    : new Outcome.Shown(
                            score, match(hint), null, site.hint(hint).orElseThrow());
        }
        if (!experiment) {
            // Two of three controls get lost on the way: this experiment's split is wrong.
            boolean lost = control && random.nextInt(3) > 0;
            Assignment assignment = new Assignment(
                    MadeUpSites.LOPSIDED, control && !lost ? "control" : "callout", control && !lost, false);
            return control && !lost
                    ? new Outcome.HeldOut(score, match(hint), assignment)
                    : new Outcome.Shown(
                            score, match(hint), assignment, site.hint(hint).orElseThrow());
        }
        String variation =
                site.experiments().get(0).variations().get(control ? 0 : 1).key();
        Assignment assignment = new Assignment(site.experiments().get(0).id(), variation, control, false);
        return control
                ? new Outcome.HeldOut(score, match(hint), assignment)
                : new Outcome.Shown(
                        score, match(hint), assignment, site.hint(hint).orElseThrow());
    }

    private String hintId(boolean experiment) {
        return experiment ? site.experiments().get(0).hint() : "coupon-help";
    }

    private static Outcome.Match match(String hint) {
        return new Outcome.Match("coupon", hint, "#apply-coupon");
    }
}

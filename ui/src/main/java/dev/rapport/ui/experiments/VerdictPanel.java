package dev.rapport.ui.experiments;

import com.vaadin.flow.component.html.Paragraph;
import dev.rapport.experiment.report.Verdict;
import dev.rapport.ui.part.Panel;
import dev.rapport.ui.wording.ExperimentWords;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The verdict in words: what it is, why, what to do next, and on how much it rests. */
final class VerdictPanel {
    private static final double HOURS_A_DAY = 24;

    private VerdictPanel() {}

    static Panel of(Reading reading) {
        Verdict verdict = reading.report().verdict();
        Paragraph sentence = new Paragraph(verdict.sentence());
        sentence.addClassName("verdict");
        Paragraph facts = new Paragraph(facts(reading));
        facts.addClassNames("quiet", "live-small");
        Panel panel = new Panel(ExperimentWords.verdict(verdict), sentence, facts);
        panel.addClassNames("verdict-panel", "verdict-" + tone(verdict));
        return panel;
    }

    private static String facts(Reading reading) {
        long exposed = reading.exposed();
        List<String> facts = new ArrayList<>();
        facts.add("It rests on " + reading.numbers().count(exposed) + " exposures");
        Instant started = reading.experiment().startedAt();
        if (started == null) {
            return facts.getFirst() + ".";
        }
        facts.add(" since " + reading.numbers().time(started) + ".");
        double days = Duration.between(started, reading.at()).toMinutes() / 60.0 / HOURS_A_DAY;
        if (reading.report().verdict() instanceof Verdict.KeepRunning keep
                && keep.moreUnits().isPresent()
                && keep.moreUnits().getAsLong() > 0
                && exposed > 0
                && days > 0) {
            long more = (long) Math.ceil(keep.moreUnits().getAsLong() / (exposed / days));
            facts.add(" At this pace the missing exposures take about "
                    + (more == 1 ? "one more day;" : reading.numbers().count(more) + " more days;")
                    + " a larger difference shows sooner.");
        }
        return String.join("", facts);
    }

    private static String tone(Verdict verdict) {
        return switch (verdict) {
            case Verdict.HelpsMore more -> "good";
            case Verdict.HelpsLess less -> "bad";
            case Verdict.SampleRatioMismatch mismatch -> "bad";
            case Verdict.Contradictory contradictory -> "bad";
            case Verdict.NotEnoughData few -> "open";
            case Verdict.KeepRunning keep -> "open";
            case Verdict.NoDifference none -> "open";
            case Verdict.Inconclusive inconclusive -> "open";
        };
    }
}

package dev.rapport.analytics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rapport.evidence.Sense;
import dev.rapport.feature.Feature;
import dev.rapport.frame.EventKind;
import dev.rapport.frame.Frame;
import dev.rapport.frame.Summary;
import dev.rapport.frame.VisitorEvent;
import dev.rapport.journal.JournalEntry;
import dev.rapport.learning.Adjustment;
import dev.rapport.learning.Label;
import dev.rapport.learning.Platt;
import dev.rapport.learning.ScoreCounts;
import dev.rapport.learning.SiteLearning;
import dev.rapport.learning.Verdict;
import dev.rapport.learning.Version;
import dev.rapport.pipeline.Outcome;
import dev.rapport.scoring.Score;
import dev.rapport.session.Visit;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What every store must keep of answers, versions and scores. Subclass it and give an empty store for each test. */
public abstract class SiteLearningContract {
    /** The sides of one empty store. */
    protected abstract Opened open() throws Exception;

    /**
     * One store.
     *
     * @param outcomes where entries are counted
     * @param reports where scores are read
     * @param learning where answers and versions are read
     */
    public record Opened(OutcomeStore outcomes, Reports reports, SiteLearning learning) {}

    private static final LocalDate DAY = LocalDate.of(2026, 11, 2);

    private static JournalEntry answer(String unit, boolean simulated, Score score, VisitorEvent... events) {
        Visit visit = Script.of("session-" + unit, unit, simulated, Script.START)
                .scored(0.5)
                .entries()
                .getFirst()
                .visit();
        Frame frame = new Frame(1, 1, "/", 0, Summary.EMPTY, List.of(), List.of(events));
        return new JournalEntry(
                visit, frame, new Outcome.NoRuleMatched(score), Script.START.plus(Duration.ofSeconds(1)));
    }

    private static VisitorEvent said(int value) {
        return new VisitorEvent(EventKind.SELF_REPORT, "", value);
    }

    private static Score known(double friction) {
        return new Score.Known(
                0.9,
                0.8,
                List.of(new Score.Reason(Feature.RAGE, 2), new Score.Reason(Sense.TEXT, 0.4)),
                friction,
                List.of(new Score.Reason(Sense.TEXT, 0.4), new Score.Reason(Sense.VOICE, 0.1)));
    }

    @Test
    void anAnswerIsKeptWithWhatWasThoughtAtThatMomentAndNothingElse() throws Exception {
        Opened store = open();
        JournalEntry hard = answer("a", false, known(0.3), said(1));
        store.outcomes().apply(List.of(hard, answer("b", false, known(0.25), said(0))));
        store.outcomes().apply(List.of(hard));

        List<Label> kept = store.learning().labels(Script.SITE, false);
        assertEquals(
                Set.of(
                        new Label("", DAY, true, 0.3, Map.of(Sense.TEXT, 0.4, Sense.VOICE, 0.1)),
                        new Label("", DAY, false, 0.25, Map.of(Sense.TEXT, 0.4, Sense.VOICE, 0.1))),
                kept.stream()
                        .map(label -> new Label("", label.day(), label.struggling(), label.friction(), label.senses()))
                        .collect(Collectors.toSet()));
        assertEquals(2, kept.stream().map(Label::unit).distinct().count());
    }

    @Test
    void whatIsNoAnswerOrHasNoScoreIsNotKept() throws Exception {
        Opened store = open();
        store.outcomes()
                .apply(List.of(
                        answer("a", false, new Score.Unknown("too little"), said(1)),
                        answer("b", false, known(0.3), new VisitorEvent(EventKind.HINT_HELPED, "help", 1)),
                        answer("c", false, known(0.3), said(7)),
                        answer("d", false, known(0.3))));

        assertEquals(List.of(), store.learning().labels(Script.SITE, false));
    }

    @Test
    void answersOfSimulatedVisitsStayApartAndCanBeCleared() throws Exception {
        Opened store = open();
        store.outcomes().apply(List.of(answer("a", true, known(0.3), said(1))));

        assertEquals(List.of(), store.learning().labels(Script.SITE, false));
        assertEquals(1, store.learning().labels(Script.SITE, true).size());
        store.outcomes().clearSimulated(Script.SITE);
        assertEquals(List.of(), store.learning().labels(Script.SITE, true));
    }

    @Test
    void everyVersionIsKeptNewestFirstAndNoneIsReplaced() throws Exception {
        SiteLearning learning = open().learning();
        Version first = version(1, Verdict.Answer.NO_GAIN);
        Version second = version(2, Verdict.Answer.ACCEPTED);
        learning.keep(Script.SITE, first);
        learning.keep(Script.SITE, second);

        assertEquals(List.of(second, first), learning.versions(Script.SITE));
        assertEquals(List.of(), learning.versions("another"));
        assertThrows(
                IllegalStateException.class, () -> learning.keep(Script.SITE, version(2, Verdict.Answer.ACCEPTED)));
    }

    private static Version version(int number, Verdict.Answer answer) {
        return new Version(
                number,
                Script.START,
                "ada",
                new Adjustment(number, new Platt(0.1 + 0.7 / number, -1.0 / 3), Map.of(Sense.HEART, 0.5)),
                new Verdict(answer, 80, 60, 20, 0.61, 0.55, Double.NaN, 0.01));
    }

    @Test
    void scoredSecondsAreCountedByTheModelsOwnScoreAndByReason() throws Exception {
        Opened store = open();
        store.outcomes()
                .apply(List.of(
                        answer("a", false, known(0.3)),
                        answer("b", false, known(0.31)),
                        answer("c", false, new Score.Unknown("too little")),
                        answer("d", true, known(0.3)),
                        answer("e", false, new Score.Known(1, 0.5, List.of()))));

        ScoreCounts counts = store.reports()
                .scores(Script.SITE, new Range(Script.START, Script.START.plus(Duration.ofHours(1)), false));
        assertEquals(3, counts.scored());
        assertEquals(2, counts.bins().get(6));
        assertEquals(1, counts.bins().getLast());
        assertEquals(Map.of("RAGE", 2L, "TEXT", 2L), counts.reasons());
    }
}

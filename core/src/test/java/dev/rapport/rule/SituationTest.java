package dev.rapport.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapport.feature.Window;
import dev.rapport.frame.SignalKind;
import dev.rapport.pipeline.Frames;
import dev.rapport.pipeline.Visits;
import dev.rapport.scoring.Score;
import dev.rapport.session.Device;
import dev.rapport.session.Visit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SituationTest {
    private final Window window = new Window();
    private Visit visit = Visits.ordinary();
    private Score score = new Score.Unknown("nothing yet");

    private boolean meets(Condition condition) {
        return new Situation(visit, "/demo/checkout", window, score).meets(condition);
    }

    private static final Condition YES = new Condition.PageMatches("**");
    private static final Condition NO = new Condition.Not(YES);

    @Test
    void anUnknownScoreIsNeverHighEnough() {
        assertFalse(meets(new Condition.ScoreAtLeast(0, 0)));
    }

    @Test
    void aKnownScoreAtTheThresholdIsEnough() {
        score = new Score.Known(0.7, 0.3, List.of());
        assertTrue(meets(new Condition.ScoreAtLeast(0.7, 0.3)));
    }

    @Test
    void anUncertainScoreIsNotEnough() {
        score = new Score.Known(0.9, 0.29, List.of());
        assertFalse(meets(new Condition.ScoreAtLeast(0.7, 0.3)));
    }

    @Test
    void signalsCountWithinTheirSeconds() {
        window.add(Frames.at(1).signal(SignalKind.DEAD_CLICK, "#a").frame());
        window.add(Frames.at(9).signal(SignalKind.DEAD_CLICK, "#b").frame());
        assertTrue(meets(new Condition.SignalSeen(SignalKind.DEAD_CLICK, 2, 9)));
    }

    @Test
    void olderSignalsDoNotCount() {
        window.add(Frames.at(1).signal(SignalKind.DEAD_CLICK, "#a").frame());
        window.add(Frames.at(9).signal(SignalKind.DEAD_CLICK, "#b").frame());
        assertFalse(meets(new Condition.SignalSeen(SignalKind.DEAD_CLICK, 2, 8)));
    }

    @Test
    void aMinuteOldSignalStillCountsWhereAMinuteIsAsked() {
        window.add(Frames.at(1).signal(SignalKind.REFRESH, "").frame());
        window.add(Frames.at(60).frame());
        assertTrue(meets(new Condition.SignalSeen(SignalKind.REFRESH, 1, 60)));
    }

    @Test
    void anElementOfARecentSignalMatches() {
        window.add(Frames.at(1).signal(SignalKind.RAGE_CLICK, "#apply-coupon").frame());
        assertTrue(meets(new Condition.ElementMatches("#apply-*")));
    }

    @Test
    void anElementIsForgottenAfterTenSeconds() {
        window.add(Frames.at(1).signal(SignalKind.RAGE_CLICK, "#apply-coupon").frame());
        window.add(Frames.at(11).frame());
        assertFalse(meets(new Condition.ElementMatches("#apply-*")));
    }

    @Test
    void aRegionalLanguageIsItsLanguage() {
        visit = new Visit("s", "x", "u", Device.TOUCH, "de-at", true, Set.of(), false, Map.of(), Visits.START);
        assertTrue(meets(new Condition.LanguageIs(Set.of("de"))));
    }

    @Test
    void anotherLanguageWithTheSameLettersIsNot() {
        visit = new Visit("s", "x", "u", Device.TOUCH, "den", true, Set.of(), false, Map.of(), Visits.START);
        assertFalse(meets(new Condition.LanguageIs(Set.of("de"))));
    }

    @Test
    void deviceAndReturnAreAskedOfTheVisit() {
        assertEquals(
                List.of(true, false),
                List.of(meets(new Condition.DeviceIs(Set.of(Device.MOUSE))), meets(new Condition.VisitorIs(true))));
    }

    @Test
    void allAnyAndNotCombine() {
        assertEquals(
                List.of(true, false, true, false),
                List.of(
                        meets(new Condition.All(List.of(YES, YES))),
                        meets(new Condition.All(List.of(YES, NO))),
                        meets(new Condition.Any(List.of(NO, YES))),
                        meets(new Condition.Any(List.of(NO, NO)))));
    }

    @Test
    void aConditionMustHoldWithoutABreak() {
        RuleBook book = new RuleBook();
        List<ResponseRule> rules =
                List.of(new ResponseRule("r", "", true, 1, new Condition.ScoreAtLeast(0.7, 0), 2, "h"));
        StringBuilder matched = new StringBuilder();
        double[] probabilities = {0.9, 0.9, 0.1, 0.9, 0.9, 0.9};
        for (int t = 0; t < probabilities.length; t++) {
            window.add(Frames.at(t).frame());
            score = new Score.Known(probabilities[t], 0.5, List.of());
            matched.append(book.matching(rules, new Situation(visit, "/", window, score))
                    .size());
        }
        assertEquals("000001", matched.toString());
    }

    @Test
    void higherPriorityComesFirstAndEqualOnesInOrder() {
        List<ResponseRule> rules =
                List.of(rule("low", true, 1), rule("a", true, 5), rule("off", false, 9), rule("b", true, 5));
        assertEquals(
                List.of("a", "b", "low"),
                new RuleBook()
                        .matching(rules, new Situation(visit, "/", window, score)).stream()
                                .map(ResponseRule::id)
                                .toList());
    }

    private static ResponseRule rule(String id, boolean enabled, int priority) {
        return new ResponseRule(id, "", enabled, priority, YES, 0, "h");
    }
}

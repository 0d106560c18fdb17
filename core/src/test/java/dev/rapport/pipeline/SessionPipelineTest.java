package dev.rapport.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapport.evidence.Sense;
import dev.rapport.experiment.Assignment;
import dev.rapport.feature.Feature;
import dev.rapport.feature.Window;
import dev.rapport.frame.Channel;
import dev.rapport.frame.EventKind;
import dev.rapport.frame.Frame;
import dev.rapport.frame.SignalKind;
import dev.rapport.frame.SummaryField;
import dev.rapport.frame.VisitorEvent;
import dev.rapport.learning.Adjustment;
import dev.rapport.learning.Platt;
import dev.rapport.pacing.Pacing;
import dev.rapport.scoring.Model;
import dev.rapport.scoring.Score;
import dev.rapport.scoring.Scorer;
import dev.rapport.session.Visit;
import dev.rapport.settings.SiteSettings;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** One test for each way a frame can end. */
class SessionPipelineTest {
    private final SettableClock clock = new SettableClock(Visits.START);
    private SiteSettings site = Sites.shop();
    private Visit visit = Visits.ordinary();
    private double probability = 0.1;

    private SessionPipeline pipeline() {
        Model model = features -> new Model.Prediction(probability, new float[Feature.COUNT]);
        return new SessionPipeline(visit, () -> site, new Scorer(model), clock, 0);
    }

    private Outcome accept(SessionPipeline pipeline, Frames frame) {
        Frame built = frame.frame();
        clock.set(Visits.START.plusSeconds(built.second()));
        return pipeline.accept(built);
    }

    private static Frames rage(int second) {
        return Frames.at(second).active().signal(SignalKind.RAGE_CLICK, "#apply-coupon");
    }

    private static VisitorEvent said(EventKind kind, int value) {
        return new VisitorEvent(kind, "coupon-help", value);
    }

    @Test
    void aQuietBeginningWarmsUp() {
        assertInstanceOf(Outcome.WarmingUp.class, accept(pipeline(), Frames.at(0)));
    }

    @Test
    void aCalmVisitMatchesNoRule() {
        SessionPipeline pipeline = pipeline();
        for (int t = 0; t < 8; t++) {
            accept(pipeline, Frames.at(t).active());
        }
        assertInstanceOf(
                Outcome.NoRuleMatched.class, accept(pipeline, Frames.at(8).active()));
    }

    @Test
    void aSignalThatARuleAsksForShowsItsHint() {
        Outcome.Shown shown = assertInstanceOf(Outcome.Shown.class, accept(pipeline(), rage(3)));
        assertEquals(new Outcome.Match("coupon", "coupon-help", "#apply-coupon"), shown.match());
    }

    @Test
    void aHighScoreHeldForItsTimeShowsItsHint() {
        SessionPipeline pipeline = pipeline();
        probability = 0.9;
        StringBuilder outcomes = new StringBuilder();
        for (int t = 0; t < 8; t++) {
            outcomes.append(accept(pipeline, Frames.at(t).active()).word()).append(' ');
        }
        assertEquals(
                "warming_up warming_up warming_up warming_up no_rule_matched no_rule_matched shown paced ",
                outcomes.toString());
    }

    @Test
    void aFrameSentAgainIsADuplicate() {
        SessionPipeline pipeline = pipeline();
        accept(pipeline, rage(3));
        assertEquals(new Outcome.Duplicate(), accept(pipeline, rage(3)));
    }

    @Test
    void aNumberOfAChannelWithoutConsentIsRefused() {
        assertEquals(
                new Outcome.Refused(Outcome.Refusal.CHANNEL_NOT_ALLOWED),
                accept(pipeline(), Frames.at(0).with(SummaryField.KEY_GAPS, 1)));
    }

    @Test
    void aNumberOfAChannelThatTheSiteSwitchedOffMidVisitIsRefused() {
        visit = Visits.of("unit-1", Set.of(Channel.FRICTION, Channel.TYPING), Map.of());
        assertEquals(
                new Outcome.Refused(Outcome.Refusal.CHANNEL_NOT_ALLOWED),
                accept(pipeline(), Frames.at(0).with(SummaryField.KEY_GAPS, 1)));
    }

    @Test
    void aRefusedFrameLeavesNoTrace() {
        SessionPipeline pipeline = pipeline();
        accept(pipeline, rage(3).with(SummaryField.KEY_GAPS, 1));
        assertEquals(0, pipeline.lastSequence());
    }

    @Test
    void aPageAheadOfTimeIsRefused() {
        SessionPipeline pipeline = pipeline();
        pipeline.accept(Frames.at(0).frame());
        assertEquals(
                new Outcome.Refused(Outcome.Refusal.CLOCK),
                pipeline.accept(Frames.at(FrameClock.MOST_AHEAD + 1).frame()));
    }

    @Test
    void aDialogIsNeverTheFirstResponse() {
        site = Sites.withDialog(site, "coupon-help");
        Outcome.Paced paced = assertInstanceOf(Outcome.Paced.class, accept(pipeline(), rage(3)));
        assertEquals(Pacing.Pause.TOO_FORWARD, paced.pause());
    }

    @Test
    void aDialogMakesRoomForAGentlerHint() {
        site = Sites.withDialog(site, "coupon-help");
        Outcome.Shown shown = assertInstanceOf(
                Outcome.Shown.class, accept(pipeline(), rage(3).signal(SignalKind.ERROR_CLICK, "#pay")));
        assertEquals("error", shown.match().rule());
    }

    @Test
    void aDialogMayFollowAGentlerHint() {
        site = Sites.withPacing(Sites.withDialog(site, "coupon-help"), new Pacing(5, 1, 0, false, true));
        SessionPipeline pipeline = pipeline();
        accept(pipeline, Frames.at(2).active().signal(SignalKind.ERROR_CLICK, "#pay"));
        Outcome.Shown shown = assertInstanceOf(Outcome.Shown.class, accept(pipeline, rage(3)));
        assertEquals("coupon-help", shown.hint().id());
    }

    @Test
    void aSecondHintWithinTheCoolDownIsPaced() {
        SessionPipeline pipeline = pipeline();
        accept(pipeline, rage(3));
        Outcome.Paced paced = assertInstanceOf(
                Outcome.Paced.class, accept(pipeline, Frames.at(5).signal(SignalKind.ERROR_CLICK, "#pay")));
        assertEquals(Pacing.Pause.COOL_DOWN, paced.pause());
    }

    @Test
    void aHintThatHasHadItsTurnMakesRoomForTheNextRule() {
        SessionPipeline pipeline = pipeline();
        accept(pipeline, rage(3));
        accept(pipeline, rage(12));
        Outcome.Shown shown = assertInstanceOf(
                Outcome.Shown.class, accept(pipeline, Frames.at(13).signal(SignalKind.ERROR_CLICK, "#pay")));
        assertEquals("error-help", shown.hint().id());
    }

    @Test
    void noHintComesWhileTheVisitorTypes() {
        Outcome.Paced paced =
                assertInstanceOf(Outcome.Paced.class, accept(pipeline(), rage(3).state(Frame.VISIBLE | Frame.TYPING)));
        assertEquals(Pacing.Pause.TYPING, paced.pause());
    }

    @Test
    void aDismissalSilences() {
        SessionPipeline pipeline = pipeline();
        accept(pipeline, rage(3));
        accept(pipeline, Frames.at(4).event(said(EventKind.HINT_DISMISSED, 0)));
        Outcome.Paced paced = assertInstanceOf(
                Outcome.Paced.class, accept(pipeline, Frames.at(30).signal(SignalKind.ERROR_CLICK, "#pay")));
        assertEquals(Pacing.Pause.SILENCED, paced.pause());
    }

    @Test
    void mutingInTheSameSecondComesFirst() {
        Outcome.Paced paced =
                assertInstanceOf(Outcome.Paced.class, accept(pipeline(), rage(3).event(said(EventKind.MUTED, 0))));
        assertEquals(Pacing.Pause.SILENCED, paced.pause());
    }

    @Test
    void sayingThatAllIsWellKeepsHintsAwayForACoolDown() {
        Outcome.Paced paced = assertInstanceOf(
                Outcome.Paced.class, accept(pipeline(), rage(3).event(said(EventKind.SELF_REPORT, 0))));
        assertEquals(Pacing.Pause.COOL_DOWN, paced.pause());
    }

    @Test
    void aHintThatCameTooLateMayComeAgain() {
        SessionPipeline pipeline = pipeline();
        accept(pipeline, rage(3));
        accept(pipeline, Frames.at(4).event(said(EventKind.HINT_EXPIRED, 5)));
        assertInstanceOf(Outcome.Shown.class, accept(pipeline, rage(12)));
    }

    @Test
    void aVisitInTheHoldoutSeesNothing() {
        site = Sites.withHoldout(site, 1);
        Outcome.HeldOut heldOut = assertInstanceOf(Outcome.HeldOut.class, accept(pipeline(), rage(3)));
        assertEquals(new Assignment(Assignment.HOLDOUT, "held-out", true, false), heldOut.assignment());
    }

    @Test
    void aHeldOutVisitUsesUpPacingToo() {
        site = Sites.withHoldout(site, 1);
        SessionPipeline pipeline = pipeline();
        accept(pipeline, rage(3));
        assertInstanceOf(Outcome.Paced.class, accept(pipeline, rage(30)));
    }

    @Test
    void aVisitInTheControlArmSeesNothing() {
        visit = Visits.of("unit-1", Set.of(Channel.FRICTION), Map.of("error-test", "control"));
        Outcome.HeldOut heldOut = assertInstanceOf(
                Outcome.HeldOut.class, accept(pipeline(), Frames.at(3).signal(SignalKind.ERROR_CLICK, "#pay")));
        assertEquals(new Assignment("error-test", "control", true, true), heldOut.assignment());
    }

    @Test
    void aVisitInAnotherArmSeesThatArmsHint() {
        visit = Visits.of("unit-1", Set.of(Channel.FRICTION), Map.of("error-test", "other"));
        Outcome.Shown shown = assertInstanceOf(
                Outcome.Shown.class, accept(pipeline(), Frames.at(3).signal(SignalKind.ERROR_CLICK, "#pay")));
        assertEquals("other-help", shown.hint().id());
    }

    @Test
    void dismissingAnArmsHintEndsTheHintItStoodFor() {
        visit = Visits.of("unit-1", Set.of(Channel.FRICTION), Map.of("error-test", "other"));
        site = Sites.withPacing(site, new Pacing(9, 9, 0, false, true));
        SessionPipeline pipeline = pipeline();
        accept(pipeline, Frames.at(3).signal(SignalKind.ERROR_CLICK, "#pay"));
        Outcome again =
                accept(pipeline, Frames.at(4).event(new VisitorEvent(EventKind.HINT_DISMISSED, "other-help", 0)));
        assertEquals(
                Pacing.Pause.SILENCED,
                assertInstanceOf(Outcome.Paced.class, again).pause());
    }

    @Test
    void aSuspendedSiteShowsNothing() {
        site = Sites.suspended(site);
        assertInstanceOf(Outcome.WarmingUp.class, accept(pipeline(), rage(3)));
    }

    @Test
    void aRuleWithoutItsHintIsPassedOver() {
        site = Sites.withHints(site, List.of());
        assertInstanceOf(Outcome.WarmingUp.class, accept(pipeline(), rage(3)));
    }

    @Test
    void aModelWithoutANumberLeavesRulesOnSignalsAtWork() {
        probability = Double.NaN;
        assertInstanceOf(Outcome.Shown.class, accept(pipeline(), rage(3)));
    }

    @Test
    void newSettingsCountFromTheNextFrame() {
        SessionPipeline pipeline = pipeline();
        site = Sites.suspended(site);
        accept(pipeline, rage(3));
        site = Sites.shop();
        assertInstanceOf(Outcome.Shown.class, accept(pipeline, Frames.at(4)));
    }

    @Test
    void withoutSensesTheModelsVeryScoreDecides() {
        SessionPipeline pipeline = pipeline();
        Frame frame = Frames.at(1).active().frame();
        pipeline.begin(frame);
        Score score = new Score.Known(0.4, 0.8, List.of());
        assertSame(
                score,
                assertInstanceOf(Outcome.NoRuleMatched.class, pipeline.finish(frame, score))
                        .score());
    }

    @Test
    void aVisitWithoutSensesPassesThemWithoutMakingAnything() {
        Frame frame = Frames.at(1).active().frame();
        Score score = new Score.Known(0.4, 0.8, List.of());
        Window window = new Window();
        window.add(frame);
        boolean same = true;
        long before = allocated();
        for (int i = 0; i < 100_000; i++) {
            same &= (window.senses() ? null : site.learned().apply(score)) == score;
        }
        long bytes = allocated() - before;
        assertTrue(same);
        assertTrue(bytes < 100_000, bytes + " bytes for 100,000 frames");
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean())
                .getCurrentThreadAllocatedBytes();
    }

    @Test
    void whatAVisitorWroteRaisesTheScoreWhereTextIsGranted() {
        visit = Visits.of("unit-1", Set.of(Channel.FRICTION, Channel.TEXT), Map.of());
        site = Sites.shop().withLearned(site.learned());
        assertEquals(Outcome.Refusal.CHANNEL_NOT_ALLOWED, refusal(written()));
        site = Sites.hearing(Sites.shop(), Channel.TEXT);
        Score.Known score = assertInstanceOf(
                Score.Known.class,
                assertInstanceOf(Outcome.NoRuleMatched.class, written()).score());
        assertEquals(0.1, score.friction());
        assertTrue(score.probability() > 0.12, "probability " + score.probability());
        assertEquals(Sense.TEXT, score.reasons().getFirst().cause());
    }

    private Outcome written() {
        SessionPipeline pipeline = pipeline();
        for (int t = 0; t < 8; t++) {
            accept(pipeline, Frames.at(t).active());
        }
        return accept(
                pipeline, Frames.at(8).active().with(SummaryField.TEXTS, 1).with(SummaryField.TEXT_FRUSTRATION, 900));
    }

    private static Outcome.Refusal refusal(Outcome outcome) {
        return assertInstanceOf(Outcome.Refused.class, outcome).reason();
    }

    @Test
    void whatASiteLearnedIsAppliedAndRolledBackExactly() {
        SessionPipeline pipeline = pipeline();
        Frame frame = Frames.at(1).active().frame();
        pipeline.begin(frame);
        Score score = new Score.Known(0.4, 0.8, List.of());
        Outcome before = pipeline.finish(frame, score);
        site = site.withLearned(new Adjustment(1, new Platt(0.5, -1), Map.of()));
        Score.Known learned = assertInstanceOf(
                Score.Known.class,
                assertInstanceOf(Outcome.NoRuleMatched.class, pipeline.finish(frame, score))
                        .score());
        assertTrue(learned.probability() < 0.3, "probability " + learned.probability());
        assertEquals(0.4, learned.friction());
        site = site.withLearned(Adjustment.NONE);
        assertEquals(before, pipeline.finish(frame, score));
    }
}

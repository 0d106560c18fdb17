package dev.rapport.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.rapport.experiment.Assignment;
import dev.rapport.feature.Feature;
import dev.rapport.frame.Channel;
import dev.rapport.frame.EventKind;
import dev.rapport.frame.Frame;
import dev.rapport.frame.SignalKind;
import dev.rapport.frame.SummaryField;
import dev.rapport.frame.VisitorEvent;
import dev.rapport.pacing.Pacing;
import dev.rapport.scoring.Model;
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
}

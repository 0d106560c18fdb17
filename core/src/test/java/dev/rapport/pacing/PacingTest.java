package dev.rapport.pacing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapport.frame.Frame;
import dev.rapport.pipeline.Frames;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;

/** Whatever a visitor does and whatever the rules ask for, these hold. */
class PacingTest {
    /** One step of a visit: seconds later, a page state, something said about a hint, and a hint that a rule asks for. */
    record Step(int later, int state, Act act, String hint) {}

    /** What the page says of the hint. */
    enum Act {
        NOTHING,
        SEEN,
        EXPIRED,
        DISMISSED,
        ACTED,
        FINE,
        MUTED
    }

    /** Plays the steps and returns the seconds at which each hint was let through, minus those given back. */
    private static final class Play {
        final PacingState state = new PacingState();
        final Map<String, Integer> standing = new HashMap<>();
        final Map<String, Boolean> unseen = new HashMap<>();
        int total;
        int last = Integer.MIN_VALUE;
        boolean dismissed;
        boolean muted;

        void step(Pacing pacing, Step step, int second) {
            switch (step.act()) {
                case NOTHING -> {}
                case SEEN -> {
                    state.seen(step.hint());
                    unseen.remove(step.hint());
                }
                case EXPIRED -> {
                    state.giveBack(step.hint());
                    if (unseen.remove(step.hint()) != null) {
                        standing.merge(step.hint(), -1, Integer::sum);
                        total--;
                    }
                }
                case DISMISSED -> {
                    state.dismiss(step.hint());
                    dismissed = true;
                }
                case ACTED -> state.settle(step.hint());
                case FINE -> state.rest(second);
                case MUTED -> {
                    state.silence();
                    muted = true;
                }
            }
            Frame frame = Frames.at(second).state(step.state()).frame();
            if (state.check(pacing, step.hint(), frame).isEmpty()) {
                assertTrue(!muted, "never after muting");
                assertTrue(!(dismissed && pacing.silenceAfterDismissal()), "never after a dismissal that silences");
                assertTrue(
                        last == Integer.MIN_VALUE || second - last >= pacing.coolDownSeconds(), "never in a cool-down");
                assertTrue(frame.is(Frame.VISIBLE), "never on a hidden page");
                assertTrue(!pacing.quietWhileTyping() || (step.state() & 6) == 0, "never while typing or dragging");
                state.use(step.hint(), second);
                state.sent(step.hint(), step.hint());
                unseen.put(step.hint(), true);
                last = second;
                total++;
                assertTrue(standing.merge(step.hint(), 1, Integer::sum) <= pacing.perHint(), "never over a hint's cap");
                assertTrue(total <= pacing.perSession(), "never over the visit's cap");
            }
        }
    }

    @Property(tries = 500)
    void noVisitorIsInterruptedMoreThanTheSiteAllows(
            @ForAll("pacings") Pacing pacing, @ForAll("steps") List<Step> steps) {
        Play play = new Play();
        int second = 0;
        for (Step step : steps) {
            second += step.later();
            play.step(pacing, step, second);
        }
    }

    @Provide
    Arbitrary<Pacing> pacings() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.integers().between(0, 20),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false))
                .as(Pacing::new);
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Act> acts = Arbitraries.frequency(
                Tuple.of(12, Act.NOTHING),
                Tuple.of(3, Act.SEEN),
                Tuple.of(3, Act.EXPIRED),
                Tuple.of(1, Act.DISMISSED),
                Tuple.of(1, Act.ACTED),
                Tuple.of(1, Act.FINE),
                Tuple.of(1, Act.MUTED));
        return Combinators.combine(
                        Arbitraries.integers().between(0, 15),
                        Arbitraries.of(1, 1, 1, 3, 5, 0),
                        acts,
                        Arbitraries.of("a", "b", "c"))
                .as(Step::new)
                .list()
                .ofMaxSize(60);
    }

    private static final Pacing LOOSE = new Pacing(9, 3, 0, false, true);

    @Test
    void aHintThatNeverShowedMayComeAgain() {
        PacingState state = new PacingState();
        Pacing once = new Pacing(1, 1, 0, true, true);
        state.use("a", 1);
        state.sent("a", "a");
        state.giveBack("a");
        assertEquals(Optional.empty(), state.check(once, "a", Frames.at(2).frame()));
    }

    @Test
    void aHintThatShowedIsNotGivenBack() {
        PacingState state = new PacingState();
        Pacing once = new Pacing(1, 1, 0, true, true);
        state.use("a", 1);
        state.sent("a", "a");
        state.seen("a");
        state.giveBack("a");
        assertEquals(
                Optional.of(Pacing.Pause.SESSION_CAP),
                state.check(once, "a", Frames.at(2).frame()));
    }

    @Test
    void dismissingAnArmsHintSettlesTheHintItStoodFor() {
        PacingState state = new PacingState();
        state.use("asked", 1);
        state.sent("asked", "shown");
        state.dismiss("shown");
        assertEquals(
                Optional.of(Pacing.Pause.SILENCED),
                state.check(LOOSE, "asked", Frames.at(2).frame()));
    }

    @Test
    void aHintThatWasUsedIsNotNeededAgain() {
        PacingState state = new PacingState();
        state.use("a", 1);
        state.sent("a", "a");
        state.settle("a");
        assertEquals(
                Optional.of(Pacing.Pause.HINT_CAP),
                state.check(LOOSE, "a", Frames.at(2).frame()));
    }

    @Test
    void aPageCannotHaveAnyNumberOfNamesRemembered() {
        PacingState state = new PacingState();
        for (int i = 0; i < 300; i++) {
            state.settle("made up " + i);
        }
        assertEquals(
                Optional.of(Pacing.Pause.HINT_CAP),
                state.check(LOOSE, "made up 255", Frames.at(2).frame()));
        assertEquals(
                Optional.empty(), state.check(LOOSE, "made up 256", Frames.at(2).frame()));
    }
}

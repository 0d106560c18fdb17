package dev.rapport.pipeline;

import dev.rapport.feature.Window;
import dev.rapport.frame.Frame;
import java.util.Optional;

/**
 * Checks that a page's seconds and frames keep the pace of real time. Only differences of the server's clock are used, and
 * never negative ones, so a server clock that jumps refuses nobody.
 */
final class FrameClock {
    /** Seconds by which a page may run ahead: what it may have stored while it was cut off, and sends at once. */
    static final int MOST_AHEAD = 300;

    /** Frames that may come at once: a page that was cut off sends all it stored. */
    static final int BURST = 300;

    /** Frames a second in the long run: one a second, and one for each moment with a signal or event. */
    static final int FRAMES_A_SECOND = 8;

    private long last;
    private int second = -1;
    private double ahead;
    private double budget = BURST;

    /** A clock that starts at {@code start}, in milliseconds since the epoch. */
    FrameClock(long start) {
        this.last = start;
    }

    /** Why a frame that arrived at {@code now}, in milliseconds since the epoch, breaks the pace, or empty when it does not. */
    Optional<Outcome.Refusal> check(Frame frame, long now) {
        double passed = Math.max(0, (now - last) / 1000.0);
        last = now;
        budget = Math.min(BURST, budget + passed * FRAMES_A_SECOND);
        if (budget < 1) {
            ahead = Math.max(0, ahead - passed);
            return Optional.of(Outcome.Refusal.RATE);
        }
        budget--;
        int step = second < 0 ? 0 : frame.second() - second;
        double wouldBeAhead = Math.max(0, ahead + Math.max(0, step) - passed);
        if (step <= -Window.SECONDS || wouldBeAhead > MOST_AHEAD) {
            ahead = Math.max(0, ahead - passed);
            return Optional.of(Outcome.Refusal.CLOCK);
        }
        ahead = wouldBeAhead;
        second = Math.max(second, frame.second());
        return Optional.empty();
    }
}

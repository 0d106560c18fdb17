package dev.rapport.server.simulate;

import dev.rapport.frame.Frame;
import dev.rapport.frame.Signal;
import dev.rapport.frame.SignalKind;
import dev.rapport.server.simulate.Second.Doing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The frames of one long visit as the simulation plays it, two a second, with trouble that brings a hint now and then. */
public final class SampleVisit {
    private static final int STRETCH = 40;
    private static final Map<Integer, Signal> TROUBLE = Map.of(
            20, new Signal(SignalKind.RAGE_CLICK, "#apply-coupon", 4),
            60, new Signal(SignalKind.FORM_TROUBLE, "#phone", 2),
            100, new Signal(SignalKind.ERROR_CLICK, "#express-pay", 1),
            140, new Signal(SignalKind.MOVING_TARGET, "#continue", 1));

    private SampleVisit() {}

    /** The first {@code count} frames; equal seeds give equal frames. */
    public static List<Frame> frames(int count, long seed) {
        Random random = new Random(seed);
        List<Frame> frames = new ArrayList<>();
        Doing[] usual = {Doing.READ, Doing.READ, Doing.READ, Doing.CLICK, Doing.TYPE, Doing.TYPE, Doing.THINK};
        for (int i = 1; i <= count; i++) {
            Signal trouble = TROUBLE.get(i);
            Doing doing = trouble != null
                    ? Doing.CLICK
                    : i % STRETCH >= STRETCH / 2 - 4 && i % STRETCH <= STRETCH / 2
                            ? Doing.THINK
                            : usual[random.nextInt(usual.length)];
            List<Signal> signals = trouble == null ? List.of() : List.of(trouble);
            frames.add(new Second("/demo/basket.html", doing, signals).frame(i, i / 2, List.of(), random));
        }
        return frames;
    }
}

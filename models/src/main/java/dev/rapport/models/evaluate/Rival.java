package dev.rapport.models.evaluate;

import dev.rapport.models.corpus.Watched;
import dev.rapport.models.corpus.Watcher;
import dev.rapport.models.train.Replay;
import dev.rapport.models.train.Tally;

/**
 * A visit watched by another product, with the worth of its events. An event may come {@value Watcher#LATEST} s after a
 * struggle's end and still be right, three times as long as this product is allowed.
 *
 * @param watched the visit
 * @param tally its events as alarms
 */
public record Rival(Watched watched, Tally tally) implements Cell {
    /** Judges a visit. */
    public static Rival of(Watched watched) {
        double[] events =
                watched.marks().stream().mapToDouble(Watched.Mark::at).sorted().toArray();
        return new Rival(watched, Tally.of(watched.truths(), watched.seconds(), events, Watcher.LATEST));
    }

    /** The worth of its events had they to come as early as this product's. */
    Tally early() {
        double[] events =
                watched.marks().stream().mapToDouble(Watched.Mark::at).sorted().toArray();
        return Tally.of(watched.truths(), watched.seconds(), events, Replay.GRACE);
    }

    @Override
    public String page() {
        return watched.page();
    }

    @Override
    public String persona() {
        return watched.persona();
    }
}

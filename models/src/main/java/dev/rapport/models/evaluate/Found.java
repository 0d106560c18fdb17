package dev.rapport.models.evaluate;

import dev.rapport.models.corpus.Watched;
import dev.rapport.models.corpus.Watcher;
import dev.rapport.models.recording.Truth;
import dev.rapport.models.train.Replay;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How many struggles with one kind of defect were found.
 *
 * @param struggles met
 * @param delays seconds from the first futile act, of each that was found
 */
record Found(int struggles, List<Double> delays) {
    Found {
        delays = List.copyOf(delays);
    }

    /** Found by this product; cells are {@link Judged}. */
    static Found ofOurs(List<? extends Cell> cells, String type) {
        int struggles = 0;
        List<Double> delays = new ArrayList<>();
        for (Cell cell : cells) {
            Judged judged = (Judged) cell;
            for (Truth truth : judged.visit().visit().truths()) {
                if (truth.type().equals(type)) {
                    struggles++;
                    delay(judged, truth).ifPresent(delays::add);
                }
            }
        }
        return new Found(struggles, delays);
    }

    /** Found by another product; cells are {@link Rival}s. */
    static Found ofTheirs(List<? extends Cell> cells, String type) {
        int struggles = 0;
        List<Double> delays = new ArrayList<>();
        for (Cell cell : cells) {
            Watched watched = ((Rival) cell).watched();
            for (Truth truth : watched.truths()) {
                if (truth.type().equals(type)) {
                    struggles++;
                    watched.marks().stream()
                            .mapToDouble(Watched.Mark::at)
                            .filter(at -> at >= truth.from() && at <= truth.to() + Watcher.LATEST)
                            .min()
                            .ifPresent(at -> delays.add(at - truth.from()));
                }
            }
        }
        return new Found(struggles, delays);
    }

    private static OptionalDouble delay(Judged judged, Truth truth) {
        for (int i = 0; i < judged.scored().probabilities().length; i++) {
            double at = judged.visit().moments().get(i).at();
            if (at >= truth.from()
                    && at <= truth.to() + Replay.GRACE
                    && judged.scored().probabilities()[i] >= judged.threshold()) {
                return OptionalDouble.of(at - truth.from());
            }
        }
        return OptionalDouble.empty();
    }

    /** For example {@code 3 of 4}. */
    String text() {
        return delays.size() + " of " + struggles;
    }
}

package dev.rapport.models.evaluate;

import dev.rapport.learning.Adjustment;
import dev.rapport.learning.Drift;
import dev.rapport.learning.ScoreCounts;
import dev.rapport.learning.Suspension;
import dev.rapport.models.onnx.Network;
import dev.rapport.models.train.CalmSeconds;
import dev.rapport.models.train.Replayed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The drift monitor on recorded visits: quiet when one half of the calm visits is compared with the other, loud when a site's pages
 * break, so that all visits meet a planted defect. Where it is loud, senses are suspended.
 */
final class DriftTests {
    private final List<Judged> judged;
    private final Network network;

    DriftTests(List<Judged> judged, Network network) {
        this.judged = judged;
        this.network = network;
    }

    Verdict monitor() {
        List<Replayed> even = new ArrayList<>();
        List<Replayed> odd = new ArrayList<>();
        List<Replayed> broken = new ArrayList<>();
        for (Judged j : judged) {
            if (j.visit().visit().truths().isEmpty()) {
                (even.size() > odd.size() ? odd : even).add(j.visit());
            } else {
                broken.add(j.visit());
            }
        }
        ScoreCounts before = CalmSeconds.of(odd, network);
        List<Drift> same = Drift.of(CalmSeconds.of(even, network), before);
        List<Drift> shifted = Drift.of(CalmSeconds.andOthers(broken, network), before);
        boolean enough = !same.isEmpty() && !shifted.isEmpty();
        boolean quiet = enough && !suspends(same);
        boolean loud = enough && suspends(shifted);
        return new Verdict(
                "F12",
                "drift monitor: one half of the calm visits against the other, then a site whose pages all break",
                "steady, senses go on; shifted, senses are suspended",
                enough
                        ? String.format(
                                Locale.ROOT,
                                "stability index %.3f, senses %s; %.3f, senses %s",
                                same.getFirst().psi(),
                                quiet ? "go on" : "suspended",
                                shifted.getFirst().psi(),
                                loud ? "suspended" : "go on")
                        : "too few scored seconds",
                quiet && loud && same.getFirst().level() == Drift.Level.STEADY);
    }

    private static boolean suspends(List<Drift> drifts) {
        return Suspension.due(drifts, Adjustment.NONE, List.of(), Instant.EPOCH).isPresent();
    }
}

package dev.rapport.models.evaluate;

import dev.rapport.learning.Drift;
import dev.rapport.learning.Reference;
import dev.rapport.models.onnx.Network;
import dev.rapport.models.train.CalmSeconds;
import dev.rapport.models.train.Replayed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The drift monitor on calm visits: quiet when half of them is compared with the other, loud when only one troubled persona comes. */
final class DriftTests {
    private static final String TROUBLED = "slow-device";

    private final List<Judged> judged;
    private final Network network;

    DriftTests(List<Judged> judged, Network network) {
        this.judged = judged;
        this.network = network;
    }

    Verdict monitor() {
        List<Replayed> even = new ArrayList<>();
        List<Replayed> odd = new ArrayList<>();
        List<Replayed> troubled = new ArrayList<>();
        List<Replayed> others = new ArrayList<>();
        for (int i = 0; i < judged.size(); i++) {
            (i % 2 == 0 ? even : odd).add(judged.get(i).visit());
            (judged.get(i).persona().equals(TROUBLED) ? troubled : others)
                    .add(judged.get(i).visit());
        }
        double same = psi(even, odd);
        double shifted = psi(troubled, others);
        return new Verdict(
                "F12",
                "drift monitor: one half of the calm seconds against the other, one troubled persona against all others",
                "below 0.1 and at least 0.25; senses are suspended",
                String.format(
                        Locale.ROOT,
                        "stability index %.3f and %.3f (%s); it warns in the console and in the metrics, and suspends nothing",
                        same,
                        shifted,
                        TROUBLED),
                false);
    }

    private double psi(List<Replayed> now, List<Replayed> before) {
        return Drift.score(CalmSeconds.of(now, network), Reference.of(CalmSeconds.of(before, network)))
                .psi();
    }
}

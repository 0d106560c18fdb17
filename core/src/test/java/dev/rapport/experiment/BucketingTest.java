package dev.rapport.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapport.frame.Channel;
import dev.rapport.pipeline.Visits;
import dev.rapport.session.Visit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What holds for every unit, weight and coverage. */
class BucketingTest {
    private static Visit visit(String unit) {
        return Visits.of(unit, Set.of(Channel.FRICTION), Map.of());
    }

    private static Experiment experiment(double coverage, double... weights) {
        List<Experiment.Variation> variations = java.util.stream.IntStream.range(0, weights.length)
                .mapToObj(i -> new Experiment.Variation("v" + i, "V" + i, weights[i], i == 0 ? null : "h" + i))
                .toList();
        return new Experiment(
                "banner", "Banner", "", "h1", "banner", coverage, variations, "", Experiment.Status.RUNNING, null);
    }

    @Property
    void raisingCoverageMovesNobody(
            @ForAll String unit,
            @ForAll @DoubleRange(max = 1) double coverage,
            @ForAll @DoubleRange(max = 1) double more,
            @ForAll @DoubleRange(max = 1) double weight) {
        double higher = coverage + (1 - coverage) * more;
        Optional<Assignment> before = Assigner.assign(experiment(coverage, weight, 1 - weight), visit(unit));
        Optional<Assignment> after = Assigner.assign(experiment(higher, weight, 1 - weight), visit(unit));
        assertTrue(before.isEmpty() || before.equals(after), before + " became " + after);
    }

    @Property
    void loweringTheHoldoutPutsNobodyIn(
            @ForAll String unit,
            @ForAll @DoubleRange(max = 0.5) double share,
            @ForAll @DoubleRange(max = 1) double part) {
        boolean before = Assigner.holdout("shop", share, visit(unit)).isPresent();
        boolean after = Assigner.holdout("shop", share * part, visit(unit)).isPresent();
        assertTrue(before || !after);
    }

    @Property
    void everyPlaceIsInTheUnitInterval(
            @ForAll String seed, @ForAll String value, @ForAll @IntRange(min = 1, max = 2) int version) {
        double n = Bucketing.hash(seed, value, version).orElseThrow();
        assertTrue(n >= 0 && n < 1, n + " is outside");
    }

    @Property
    void withFullCoverageEverybodyHasOneRange(
            @ForAll @DoubleRange(max = 1, maxIncluded = false) double n,
            @ForAll @IntRange(min = 1, max = 12) int variations) {
        long holding = Bucketing.ranges(variations, 1, null).stream()
                .filter(range -> range.holds(Math.min(n, 0.9999)))
                .count();
        assertEquals(1, holding);
    }

    @Test
    void sharesAreFairAndExperimentsIndependent() {
        Experiment even = experiment(1, 0.5, 0.5);
        int control = 0;
        int both = 0;
        int units = 200_000;
        Experiment other = new Experiment(
                "other", "", "", "h1", "other", 1, even.variations(), "", Experiment.Status.RUNNING, null);
        for (int i = 0; i < units; i++) {
            Visit visit = visit("visitor-" + i);
            boolean first = Assigner.assign(even, visit).orElseThrow().control();
            boolean second = Assigner.assign(other, visit).orElseThrow().control();
            control += first ? 1 : 0;
            both += first && second ? 1 : 0;
        }
        double fourDeviations = 4 * Math.sqrt(units * 0.25);
        assertEquals(units / 2.0, control, fourDeviations);
        assertEquals(units / 4.0, both, 4 * Math.sqrt(units * 0.1875));
    }

    @Test
    void aForcedVariationIsTakenAndMarked() {
        Visit forced = Visits.of("unit", Set.of(Channel.FRICTION), Map.of("banner", "v1"));
        assertEquals(
                Optional.of(new Assignment("banner", "v1", false, true)),
                Assigner.assign(experiment(0, 0.5, 0.5), forced));
    }

    @Test
    void anUnknownForcedVariationTakesNoPart() {
        Visit forced = Visits.of("unit", Set.of(Channel.FRICTION), Map.of("banner", "nonsense"));
        assertEquals(Optional.empty(), Assigner.assign(experiment(1, 0.5, 0.5), forced));
    }

    @Test
    void aVisitThatForcesIsNeverHeldOut() {
        Visit forced = Visits.of("unit", Set.of(Channel.FRICTION), Map.of("banner", "v1"));
        assertEquals(Optional.empty(), Assigner.holdout("shop", 1, forced));
    }
}

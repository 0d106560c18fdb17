package dev.rapport.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapport.session.Device;
import dev.rapport.session.Visit;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamespaceTest {
    private static Experiment experiment(String id, double start, double end) {
        return new Experiment(
                        id,
                        id,
                        "",
                        "h",
                        id,
                        1,
                        List.of(
                                new Experiment.Variation("control", "C", 0.5, null),
                                new Experiment.Variation("b", "B", 0.5, "h")),
                        "",
                        Experiment.Status.RUNNING,
                        Instant.EPOCH)
                .measuring(List.of(), new Namespace("checkout", start, end));
    }

    private static Visit visit(String unit, Map<String, String> forced) {
        return new Visit("shop", unit, unit, Device.MOUSE, "en", false, Set.of(), false, forced, Instant.EPOCH);
    }

    @Test
    void experimentsInPartsOfOneNamespaceNeverShareAVisitorAndMissNone() {
        Experiment first = experiment("first", 0, 0.4);
        Experiment second = experiment("second", 0.4, 1);
        int inFirst = 0;
        for (int i = 0; i < 20_000; i++) {
            Visit visit = visit("visitor-" + i, Map.of());
            boolean one = Assigner.assign(first, visit).isPresent();
            assertEquals(!one, Assigner.assign(second, visit).isPresent());
            inFirst += one ? 1 : 0;
        }
        assertEquals(8_000, inFirst, 4 * Math.sqrt(20_000 * 0.24));
    }

    @Test
    void insideItsPartAnExperimentSplitsEvenly() {
        Experiment first = experiment("first", 0, 0.4);
        long[] control = new long[2];
        for (int i = 0; i < 50_000; i++) {
            Assigner.assign(first, visit("visitor-" + i, Map.of())).ifPresent(arm -> control[arm.control() ? 0 : 1]++);
        }
        long all = control[0] + control[1];
        assertEquals(all / 2.0, control[0], 4 * Math.sqrt(all * 0.25));
    }

    @Test
    void qualityAssuranceMayForceAVariationFromOutsideThePart() {
        Experiment nobody = experiment("first", 0, 1e-9);

        assertTrue(Assigner.assign(nobody, visit("ann", Map.of("first", "b")))
                .orElseThrow()
                .forced());
        assertFalse(Assigner.assign(nobody, visit("ann", Map.of())).isPresent());
    }

    /** Wanted values come from the same hash in JavaScript, over {@code charCodeAt}. */
    @ParameterizedTest
    @CsvSource({"müller, 0.3767", "名前, 0.2537", "😀-1, 0.4142", "Ünïcödé, 0.7534"})
    void idsBeyondAsciiHashAsInJavaScript(String unit, double place) {
        assertEquals(place, Bucketing.hash("seed", unit, 2).orElseThrow());
    }
}

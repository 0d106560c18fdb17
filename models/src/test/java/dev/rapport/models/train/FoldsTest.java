package dev.rapport.models.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapport.models.recording.RecordedVisit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class FoldsTest {
    private static Replayed visit(String persona, String kind, float feature) {
        RecordedVisit visit = new RecordedVisit(
                persona + kind, 1, persona, kind, kind, "clean", "calm", "done", 9, new byte[0], List.of(), List.of());
        return new Replayed(visit, List.of(new Moment(1, new float[] {feature}, true, Moment.Label.CALM)));
    }

    private static List<Replayed> visits() {
        List<Replayed> visits = new ArrayList<>();
        for (String persona : List.of("a", "b", "c")) {
            for (String kind : List.of("form", "game", "shop", "search")) {
                visits.add(visit(persona, kind, 0));
            }
        }
        return visits;
    }

    @Test
    void neverTestsOnAKindOrPersonaItLearnedFrom() {
        for (Folds.Fold fold : Folds.strange(visits(), 2, 3)) {
            Set<String> seen = new HashSet<>();
            fold.train()
                    .forEach(v ->
                            seen.addAll(List.of(v.visit().persona(), v.visit().kind())));
            fold.test().forEach(v -> {
                assertFalse(seen.contains(v.visit().persona()));
                assertFalse(seen.contains(v.visit().kind()));
            });
        }
    }

    @Test
    void testsEveryVisitOnce() {
        List<String> tested = Folds.strange(visits(), 2, 3).stream()
                .flatMap(fold -> fold.test().stream())
                .map(v -> v.visit().id())
                .toList();
        assertEquals(12, tested.size());
        assertEquals(12, tested.stream().collect(Collectors.toSet()).size());
    }

    @Test
    void namesTheVisitWhoseFeatureIsNoNumber() {
        List<Replayed> broken = List.of(visit("a", "form", Float.NaN));
        String told = String.valueOf(
                assertThrows(TrainingException.class, () -> Examples.of(broken)).getMessage());
        assertTrue(told.contains("Visit aform at 1.0 s: feature 0 is NaN"), told);
    }
}

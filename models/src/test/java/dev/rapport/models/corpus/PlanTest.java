package dev.rapport.models.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapport.models.human.Persona;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PlanTest {
    private final List<PageSpec> pages = Manifest.pages(Path.of("corpus/pages"));
    private final List<Persona> personas = Manifest.personas(Path.of("corpus/personas.json"));

    @Test
    void givesEveryPersonaTheSameShare() {
        List<Plan.Planned> plan = Plan.of(pages, personas, 3, 5, 1);
        assertEquals(8 * personas.size(), plan.size());
        for (Persona persona : personas) {
            assertEquals(
                    3,
                    plan.stream()
                            .filter(p -> p.persona() == persona && p.script().calm())
                            .count());
        }
    }

    @Test
    void plantsNothingThatOnlyAPointerCanMeetForKeyboards() {
        assertTrue(Plan.of(pages, personas, 0, 9, 1).stream()
                .filter(p -> p.persona().input() == Persona.Input.KEYBOARD)
                .noneMatch(p -> p.script() instanceof Script.Tasks tasks
                        && tasks.defect().orElseThrow().type() == Defect.Type.COVERED));
    }

    @Test
    void isTheSameWhenTheSeedIs() {
        assertEquals(Plan.of(pages, personas, 2, 2, 5), Plan.of(pages, personas, 2, 2, 5));
    }

    @Test
    void numbersVisitsUniquely() {
        List<Plan.Planned> plan = Plan.of(pages, personas, 4, 4, 1);
        assertEquals(plan.size(), plan.stream().map(Plan.Planned::id).distinct().count());
    }
}

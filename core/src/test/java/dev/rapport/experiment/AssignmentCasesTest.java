package dev.rapport.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class AssignmentCasesTest {
    private static List<AssignmentCases.Group> run(String json) throws IOException {
        return AssignmentCases.run(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void thePublishedCasesPass() throws IOException {
        String folder = System.getProperty("RAPPORT_DATASETS", System.getenv("RAPPORT_DATASETS"));
        assumeTrue(folder != null, "RAPPORT_DATASETS names no folder with the published cases");
        Path file = Path.of(folder, "ab-statistics", "growthbook-sdk-cases.json");
        assumeTrue(Files.exists(file), file + " is not there");
        try (InputStream in = Files.newInputStream(file)) {
            List<AssignmentCases.Group> groups = AssignmentCases.run(in);
            groups.forEach(g -> System.out.println(g.name() + ": " + g.passed() + " passed, "
                    + g.failures().size() + " failed, " + g.skipped() + " skipped"));
            assertEquals(
                    List.of(),
                    groups.stream().flatMap(g -> g.failures().stream()).toList());
            assertEquals(
                    147, groups.stream().mapToInt(AssignmentCases.Group::passed).sum());
        }
    }

    @Test
    void ourOwnCasesPass() throws IOException {
        try (InputStream in = AssignmentCasesTest.class.getResourceAsStream("assignment-cases.json")) {
            for (AssignmentCases.Group group : AssignmentCases.run(in)) {
                assertEquals(List.of(), group.failures());
                assertTrue(group.passed() > 0, group.name());
            }
        }
    }

    @Test
    void aWrongAnswerIsAFailure() throws IOException {
        AssignmentCases.Group group = run("{\"hash\": [[\"\", \"a\", 1, 0.5]]}").getFirst();
        assertEquals(List.of("hash[0] \"\": got OptionalDouble[0.22], expected 0.5"), group.failures());
    }

    @Test
    void aCaseOfAnotherShapeIsNamed() {
        Exception e =
                assertThrows(IllegalArgumentException.class, () -> run("{\"hash\": [[\"\", \"a\", 1, 0.22], [1]]}"));
        assertEquals("hash[1]: expected an array of 4 values", e.getMessage());
    }

    @Test
    void aCaseOfAnotherShapeInsideIsNamed() {
        Exception e =
                assertThrows(IllegalArgumentException.class, () -> run("{\"getBucketRange\": [[\"a\", 5, [[0, 1]]]]}"));
        assertEquals("getBucketRange[0]: has another shape than its group", e.getMessage());
    }

    @Test
    void aFileWithoutCasesIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> run("{\"cases\": []}"));
    }
}

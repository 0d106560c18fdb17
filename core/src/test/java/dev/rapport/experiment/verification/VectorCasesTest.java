package dev.rapport.experiment.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rapport.json.InvalidJsonException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class VectorCasesTest {
    private static final String CASE = """
            {"meta": {}, "cases": [{"id": "x1", "group": "srm", "function": "srm_chi_squared",
             "input": {"users": [100, 100], "weights": [0.5, 0.5]},
             "expected": {"pValue": %s, "srmWarningAt0_001": false},
             "tolerance": {"relative": 1e-8, "absolute": 1e-14}}]}
            """;

    @Test
    void everyPublishedCasePasses() throws Exception {
        String data = System.getenv("RAPPORT_DATASETS");
        assumeTrue(data != null, "RAPPORT_DATASETS does not name a folder with the published cases");
        Path file = Path.of(data, "ab-statistics", "vectors-open.json");
        assumeTrue(Files.exists(file), file + " is not there");

        VectorCases.Report report = VectorCases.run(Files.readString(file));

        assertEquals(List.of(), report.failures());
        assertEquals(150, report.passed());
    }

    @Test
    void aRightCaseIsCountedAsPassed() {
        VectorCases.Report report = VectorCases.run(CASE.formatted("1.0"));

        assertEquals(1, report.passed());
        assertEquals(0, report.failed());
    }

    @Test
    void aWrongCaseIsNamedWithBothValues() {
        VectorCases.Report report = VectorCases.run(CASE.formatted("0.9"));

        assertEquals(1, report.failed());
        assertEquals("x1 (srm): pValue is 1.0, expected 0.9", report.failures().getFirst());
    }

    @Test
    void anUnknownFunctionFailsItsCaseOnly() {
        VectorCases.Report report = VectorCases.run(CASE.formatted("1.0").replace("srm_chi_squared", "magic"));

        assertTrue(report.failures().getFirst().contains("unknown function magic"));
    }

    @Test
    void aFileOfAnotherSchemaIsRefused() {
        assertThrows(InvalidJsonException.class, () -> VectorCases.run("{\"rows\": []}"));
    }
}

package dev.rapport.experiment.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rapport.analytics.Reports.ArmTotals;
import dev.rapport.experiment.Experiment;
import dev.rapport.experiment.Experiment.Status;
import dev.rapport.experiment.Experiment.Variation;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportExportTest {
    @Test
    void csvHasALineForEachArmAndMetric() {
        String[] lines = export("Hint", new ArmTotals("b", 2_000, 300, 1_900, 380, 100))
                .csv()
                .split("\r\n");

        assertEquals(5, lines.length);
        assertTrue(lines[1].startsWith("test,No hint,true,order,,200,2000,0.1,,,"), lines[1]);
        assertTrue(lines[3].startsWith("test,Hint,false,order,,300,2000,0.15,0.0"), lines[3]);
        assertTrue(lines[4].startsWith("test,Hint,false,friction after exposure,,380.0,1900,0.2,-0"), lines[4]);
    }

    @Test
    void aNameThatIsAFormulaIsNoFormulaInCsv() {
        String csv = export("=HYPERLINK(\"x\"),\n-1", new ArmTotals("b", 9, 1, 0, 0, 0))
                .csv();

        assertTrue(csv.contains("test,\"'=HYPERLINK(\"\"x\"\"),\n-1\",false"), csv);
    }

    @Test
    void jsonHasTheVerdictAndNullForWhatIsNotKnown() throws Exception {
        JsonNode json = new ObjectMapper()
                .readTree(export("Hint", new ArmTotals("b", 0, 0, 0, 0, 0)).json());

        assertEquals("sample-ratio-mismatch", json.at("/verdict/kind").asText());
        assertTrue(json.at("/arms/1/rate").isNull());
        assertEquals(7, json.at("/settings_version").asInt());
    }

    private static ReportExport export(String name, ArmTotals treatment) {
        Experiment experiment = new Experiment(
                "test",
                "Test",
                "",
                "help",
                "test",
                1,
                List.of(new Variation("control", "No hint", 0.5, null), new Variation("b", name, 0.5, "help")),
                "order",
                Status.RUNNING,
                Instant.EPOCH);
        List<ArmTotals> arms = List.of(new ArmTotals("control", 2_000, 200, 1_900, 570, 200), treatment);
        return new ReportExport(
                ExperimentReport.of(experiment, arms),
                new ExposureHistory(List.of()),
                "shop",
                7,
                false,
                Instant.EPOCH,
                Details.NONE);
    }
}

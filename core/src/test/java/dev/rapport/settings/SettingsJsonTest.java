package dev.rapport.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapport.privacy.Jurisdiction;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SettingsJsonTest {
    private final String json = SettingsJson.write(SampleSettings.site("shop"));

    @Test
    void whatIsWrittenReadsBackEqual() {
        assertEquals(SampleSettings.site("shop"), SettingsJson.read(json));
    }

    @Test
    void equalSettingsGiveEqualText() {
        assertEquals(json, SettingsJson.write(SettingsJson.read(json)));
    }

    @Test
    void choicesAndConstantsAreWords() {
        assertTrue(json.contains("\"type\" : \"score-at-least\""), json);
        assertTrue(json.contains("\"signal\" : \"rage_click\""), json);
        assertTrue(json.contains("\"startedAt\" : \"2026-11-01T08:00:00Z\""), json);
    }

    @Test
    void settingsFromBeforeJurisdictionsReadAsUnstated() {
        String before = json.replaceFirst("\"jurisdictions\" : \\[[^\\]]*\\],", "");

        assertTrue(!before.contains("jurisdictions"), before);
        assertEquals(SampleSettings.site("shop"), SettingsJson.read(before));
    }

    @Test
    void jurisdictionsAreWords() {
        SiteSettings site = SettingsJson.read(json.replace("\"unstated\"", "\"eu_eea\", \"us_illinois\""));
        assertEquals(
                Set.of(Jurisdiction.EU_EEA, Jurisdiction.US_ILLINOIS),
                site.privacy().jurisdictions());
    }

    @Test
    void anUnknownKeyIsAnErrorWithItsPath() {
        assertProblem(
                json.replace("\"glob\" : \"/shop/**\"", "\"glob\" : \"/shop/**\", \"regex\" : true"),
                "rules[0].when.conditions[1].regex",
                "is not known here");
    }

    @Test
    void aMissingKeyIsAnErrorWithItsPath() {
        assertProblem(json.replace("\"intent\" : \"explain\",", ""), "hints[0].intent", "is missing");
    }

    @Test
    void aDoubledKeyIsAnError() {
        assertProblem(
                json.replace("\"suspended\" : false", "\"suspended\" : false, \"suspended\" : true"),
                "settings",
                "uplicate");
    }

    @Test
    void anUnknownTypeIsAnErrorThatNamesTheKnownOnes() {
        assertProblem(json.replace("\"page-matches\"", "\"url\""), "rules[0].when.conditions[1].type", "page-matches");
    }

    @Test
    void anUnknownWordIsAnErrorThatNamesTheKnownOnes() {
        assertProblem(json.replace("\"kind\" : \"callout\"", "\"kind\" : \"popup\""), "hints[0].kind", "callout");
    }

    @Test
    void aNumberBeyondDoubleIsAnError() {
        assertProblem(json.replace("\"holdout\" : 0.05", "\"holdout\" : 1e999"), "holdout", "too large");
    }

    @Test
    void nullWhereAValueIsNeededIsAnError() {
        assertProblem(json.replace("\"goal\" : \"order\"", "\"goal\" : null"), "experiments[0].goal", "null");
    }

    @Test
    void textThatIsNotJsonIsAnErrorWithLineAndColumn() {
        assertProblem("{\"site\": ", "settings", "line 1");
        assertProblem("", "settings", "JSON");
        assertProblem(json + " x", "settings", "not JSON");
    }

    private static void assertProblem(String text, String path, String words) {
        InvalidSettingsException e = assertThrows(InvalidSettingsException.class, () -> SettingsJson.read(text));
        assertEquals(path, e.problems().getFirst().path());
        assertTrue(e.toString().contains(words), e.toString());
    }
}

package dev.rapport.experiment.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnalysisTest {
    private static final String SHARES =
            "{\"id\": 7, %s \"arms\": [{\"key\": \"a\", \"units\": %d, \"metrics\": {\"order\": {\"type\": \"proportion\","
                    + " \"n\": %d, \"sum\": %s}}}, {\"key\": \"b\", \"units\": %d, \"metrics\": {\"order\": {\"type\":"
                    + " \"proportion\", \"n\": %d, \"sum\": %s}}}]}";

    private static JsonNode shares(String more, long n, String sum, long m, String other) {
        return result(SHARES.formatted(more, n, n, sum, m, m, other));
    }

    private static JsonNode result(String line) {
        try {
            return new ObjectMapper().readTree(Analysis.line(line, 3));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static String means(String control, String treatment) {
        return "{\"arms\": [{\"key\": \"a\", \"metrics\": {\"time\": %s}}, {\"key\": \"b\", \"metrics\": {\"time\": %s}}]}"
                .formatted(control, treatment);
    }

    private static String mean(String n, String sum, String squares) {
        return "{\"type\": \"mean\", \"n\": %s, \"sum\": %s, \"sum_squares\": %s}".formatted(n, sum, squares);
    }

    @Test
    void aRealDifferenceIsAVerdictWithIntervalAndRelativeLift() {
        JsonNode out = shares("", 10_000, "1000", 10_000, "1300");

        assertEquals("helps_more", out.at("/verdict/kind").asText());
        assertEquals(0.03, out.at("/results/0/effect").asDouble(), 1e-12);
        assertTrue(out.at("/results/0/interval/0").asDouble() > 0);
        assertEquals(0.3, out.at("/results/0/relative/effect").asDouble(), 1e-12);
        assertTrue(out.at("/results/0/chance_to_win").asDouble() > 0.999);
        assertEquals(7, out.get("id").asInt());
    }

    @Test
    void noUnitsAtAllIsNotEnoughDataAndNoNumber() {
        JsonNode out = shares("", 0, "0", 0, "0");

        assertEquals("not_enough_data", out.at("/verdict/kind").asText());
        assertTrue(out.at("/results/0/effect").isMissingNode());
        assertFalse(out.at("/results/0/too_early").asText().isEmpty());
    }

    @Test
    void anEmptyArmIsASampleRatioMismatch() {
        JsonNode out = shares("", 1000, "100", 0, "0");

        assertEquals("sample_ratio_mismatch", out.at("/verdict/kind").asText());
        assertTrue(out.get("warnings").toString().contains("arm b has no units"), out::toString);
    }

    @Test
    void equalValuesEverywhereAreNotCompared() {
        JsonNode out = result(means(mean("500", "500", "500"), mean("500", "500", "500")));

        assertEquals("not_enough_data", out.at("/verdict/kind").asText());
        assertTrue(out.at("/results/0/too_early").asText().contains("does not vary"), out::toString);
    }

    @Test
    void weightsThatDoNotAddUpAreToldAndTakenInProportion() {
        String arms = SHARES.formatted("", 600, 600, "60", 300, 300, "30")
                .replace("\"key\": \"a\",", "\"key\": \"a\", \"weight\": 0.6,")
                .replace("\"key\": \"b\",", "\"key\": \"b\", \"weight\": 0.3,");
        JsonNode out = result(arms);

        assertFalse(out.at("/sample_ratio/alarm").asBoolean());
        assertTrue(out.get("warnings").toString().contains("add up to 0.9"), out::toString);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -5 | 0 | 0 | cannot be negative
            10 | 100 | 5 | below (sum)
            10 | 1e300 | 1e308 | too large to be squared
            10 | 1e400 | 1 | too large
            1e19 | 1 | 1 | too large
            9007199254740993 | 1 | 1 | would lose digits
            0 | 4 | 9 | no units
            1.5 | 1 | 1 | whole number
            null | 1 | 1 | whole number
            "x" | 1 | 1 | whole number
            """)
    void whatNoDataCanGiveIsOneSentenceWithThePlaceAndTheLine(String n, String sum, String squares, String says) {
        JsonNode out = result(means(mean(n, sum, squares), mean("10", "10", "30")));

        assertEquals(3, out.at("/error/line").asInt());
        assertTrue(out.at("/error/path").asText().startsWith("arms[0].metrics.time"), out::toString);
        assertTrue(out.at("/error/message").asText().contains(says), out::toString);
        assertTrue(out.at("/results").isMissingNode());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {} | arms
            {"arms": []} | at least two arms
            [1] | an object
            nonsense | not JSON
            {"arms": [{"key": "a", "metrics": {}}, {"key": "b", "metrics": {}}]} | at least one metric
            {"surprise": 1, "arms": []} | at least two arms
            """)
    void aLineOfAnotherShapeIsAnErrorOfItsOwn(String line, String says) {
        JsonNode out = result(line);

        assertTrue(out.get("error").toString().contains(says), out::toString);
    }

    @Test
    void aMetricThatOnlyOneArmHasIsAnError() {
        JsonNode out = result("{\"arms\": [{\"key\": \"a\", \"metrics\": {\"old\": %s}}, {\"key\": \"b\", \"metrics\":"
                        .formatted(mean("10", "10", "30"))
                + " {\"new\": %s}}]}".formatted(mean("10", "10", "30")));

        assertTrue(out.at("/error/message").asText().contains("the first arm [old]"), out::toString);
    }

    @Test
    void aTargetBringsPowerSmallestLiftUnitsAndDays() {
        JsonNode out = shares("\"target\": {\"lift\": 0.1, \"units_a_day\": 500},", 1000, "100", 1000, "104");

        JsonNode power = out.at("/results/0/power");
        assertTrue(power.get("now").asDouble() < 0.3, out::toString);
        assertTrue(power.get("smallest_lift").asDouble() > 0.3, out::toString);
        assertEquals(
                Math.ceil(power.get("more_units").asLong() / 500.0),
                power.get("days_remaining").asDouble());
    }

    @Test
    void aBanditFollowsTheBetterArmAndKeepsAFloor() {
        JsonNode out = shares("\"bandit\": true,", 1000, "100", 1000, "160");

        JsonNode share = out.at("/bandit/order/share");
        assertTrue(share.get("b").asDouble() > 0.97, out::toString);
        assertTrue(share.get("a").asDouble() >= 0.01, out::toString);
        assertEquals(1, share.get("a").asDouble() + share.get("b").asDouble(), 1e-9);
    }

    @Test
    void strataAreComparedWithinThemselves() {
        String arm = "{\"key\": \"%s\", \"metrics\": {\"order\": {\"strata\": [{\"type\": \"proportion\", \"n\": 2000,"
                + " \"sum\": %d}, {\"type\": \"proportion\", \"n\": 2000, \"sum\": %d}]}}}";
        JsonNode out =
                result("{\"arms\": [" + arm.formatted("a", 100, 1000) + "," + arm.formatted("b", 140, 1010) + "]}");

        assertEquals(0.0125, out.at("/results/0/effect").asDouble(), 1e-12);
        assertTrue(out.at("/results/0/standard_error").asDouble() < 0.0088, out::toString);
    }

    @Test
    void armsThatDifferedBeforehandAreWarnedOf() {
        String cuped = "{\"type\": \"cuped\", \"post\": %s, \"pre\": %s, \"sum_of_products\": %s}";
        JsonNode out = result(means(
                cuped.formatted(mean("400", "400", "800"), mean("400", "400", "800"), "600"),
                cuped.formatted(mean("400", "400", "800"), mean("400", "800", "2000"), "1000")));

        assertTrue(out.get("warnings").toString().contains("before the experiment began"), out::toString);
    }

    @Test
    void goalsAreCorrectedTogetherAndGuardrailsAreNot() {
        String arm = "{\"key\": \"%s\", \"metrics\": {\"g\": {\"type\": \"proportion\", \"n\": 5000, \"sum\": %d},"
                + " \"h\": {\"type\": \"proportion\", \"n\": 5000, \"sum\": 500}, \"guard\": {\"type\":"
                + " \"proportion\", \"n\": 5000, \"sum\": %d}}}";
        JsonNode out = result("{\"goals\": [\"g\", \"h\"], \"arms\": [" + arm.formatted("a", 500, 500) + ","
                + arm.formatted("b", 600, 600) + "]}");

        JsonNode goal = out.at("/results/0");
        JsonNode guard = out.at("/results/2");
        assertEquals(2 * goal.get("p").asDouble(), goal.get("p_adjusted").asDouble(), 1e-12);
        assertEquals(guard.get("p").asDouble(), guard.get("p_adjusted").asDouble());
    }
}

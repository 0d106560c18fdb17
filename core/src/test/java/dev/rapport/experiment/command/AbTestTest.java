package dev.rapport.experiment.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class AbTestTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String in, String... args) {
        return AbTest.run(
                List.of(args),
                new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    @Test
    void analyseAnswersEachLineInOrderAndSaysHowFastItWas() {
        String fine = "{\"id\": \"%s\", \"arms\": [{\"key\": \"a\", \"metrics\": {\"m\": {\"type\": \"proportion\","
                + " \"n\": 10, \"sum\": 1}}}, {\"key\": \"b\", \"metrics\": {\"m\": {\"type\": \"proportion\", \"n\":"
                + " 10, \"sum\": 1}}}]}\n";
        int code = run(fine.formatted("one") + "\nnot json\n" + fine.formatted("two"), "analyse");

        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertEquals(0, code);
        assertEquals(3, lines.size());
        assertTrue(lines.get(0).startsWith("{\"id\":\"one\""));
        assertTrue(lines.get(1).contains("\"line\":3"), lines.get(1));
        assertTrue(lines.get(2).startsWith("{\"id\":\"two\""));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("3 results in"));
    }

    @Test
    void simulateKeepsEveryPromiseWithAFixedSeedAndShowsTheNegativeControlFail() {
        int code = run("", "simulate", "--runs", "200", "--looks", "50", "--seed", "1");

        String said = out.toString(StandardCharsets.UTF_8);
        assertEquals(0, code, said);
        assertTrue(said.contains("negative control"), said);
        for (String metric :
                List.of("Bernoulli 10 %", "Bernoulli 1 %", "exponential", "log-normal", "ratio", "CUPED")) {
            assertTrue(said.contains("false alarms, A/A") && said.contains(metric), metric);
        }
    }

    @Test
    void anUnknownCommandOrFlagIsOneSentence() {
        assertEquals(2, run("", "guess"));
        assertEquals(2, run("", "analyse", "--fast", "1"));
        assertEquals(2, run("", "verify", "--vectors", "nowhere.json"));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("there is no such file"));
    }
}

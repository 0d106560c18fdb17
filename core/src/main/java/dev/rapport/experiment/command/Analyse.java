package dev.rapport.experiment.command;

import dev.rapport.experiment.analysis.Analysis;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** {@code abtest analyse}: one line in, one line out; blank lines are skipped. The rate goes to standard error. */
final class Analyse {
    /** Lines analysed at once, on all processors; fewer while the input pauses. */
    private static final int BATCH = 1024;

    private Analyse() {}

    private record Line(long number, String text) {}

    static int run(List<String> args, InputStream in, PrintStream out, PrintStream err) {
        Flags.parse(args, Set.of());
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16);
        Writer results = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        try {
            List<Line> batch = new ArrayList<>(BATCH);
            long number = 0;
            long analysed = 0;
            long begun = System.nanoTime();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    batch.add(new Line(number, line));
                    analysed++;
                }
                if (batch.size() == BATCH || !lines.ready()) {
                    write(batch, results);
                }
            }
            write(batch, results);
            double seconds = (System.nanoTime() - begun) / 1e9;
            double busy = ProcessHandle.current()
                            .info()
                            .totalCpuDuration()
                            .orElse(Duration.ZERO)
                            .toMillis()
                    / 1e3;
            err.printf(
                    Locale.ROOT,
                    "%,d results in %.1f s: %,.0f a second; %.1f s of processor time, start of the program included%n",
                    analysed,
                    seconds,
                    analysed / seconds,
                    busy);
        } catch (IOException e) {
            throw new UncheckedIOException("standard input or output failed", e);
        }
        return 0;
    }

    private static void write(List<Line> batch, Writer results) throws IOException {
        List<String> answers = batch.parallelStream()
                .map(line -> Analysis.line(line.text(), line.number()))
                .toList();
        for (String answer : answers) {
            results.write(answer);
            results.write('\n');
        }
        results.flush();
        batch.clear();
    }
}

package dev.rapport.server.apart;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** A class of this program in a process of its own, which answers each line that it is told with one line. */
public final class AskedProcess implements AutoCloseable {
    private static final int SECONDS_TO_END = 20;

    private final Process process;
    private final BufferedReader answers;

    /**
     * Starts it.
     *
     * @param main class with the entry, which calls {@link #answer}
     * @param options of its JVM
     * @param args of the entry
     */
    public AskedProcess(Class<?> main, List<String> options, String... args) {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.add("--enable-native-access=ALL-UNNAMED");
        words.addAll(options);
        words.add(main.getName());
        words.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.INHERIT);
        // not by -cp: ONNX Runtime 1.29 crashes where the command line is very long
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("a process of its own cannot be started: " + e.getMessage(), e);
        }
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /**
     * Tells it a line and waits for the answer.
     *
     * @throws IllegalStateException when it has ended
     */
    public String ask(String line) {
        try {
            process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
            String answer = answers.readLine();
            if (answer == null) {
                throw new IllegalStateException("the process that was asked '" + line + "' has ended");
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException("the process that was asked '" + line + "' has ended", e);
        }
    }

    /** In the other process: answers line after line until no more can come. */
    public static void answer(UnaryOperator<String> answers) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            System.out.println(answers.apply(line));
        }
    }

    /** Processor time that it has used, in nanoseconds; 0 where the system does not say. */
    public long cpuNanos() {
        return process.info()
                .totalCpuDuration()
                .map(java.time.Duration::toNanos)
                .orElse(0L);
    }

    /** Lets it end by itself, and ends it when it does not. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}

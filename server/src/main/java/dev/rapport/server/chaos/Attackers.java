package dev.rapport.server.chaos;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@link Flood} in a process of its own, so that its threads, heap and compiler are not those of the honest visitors. */
final class Attackers implements AutoCloseable {
    private static final String BEGIN = "begin";
    private static final String END = "end";

    private final Process process;
    private final BufferedReader answers;

    /** Gets ready; nothing is sent before {@link #begin}. */
    Attackers(int port, int garbageSenders, int slow, long seed) {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Program.java("java"),
                        "-Xmx64m",
                        "-XX:TieredStopAtLevel=1",
                        Attackers.class.getName(),
                        Integer.toString(port),
                        Integer.toString(garbageSenders),
                        Integer.toString(slow),
                        Long.toString(seed)))
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("the attackers cannot be started: " + e.getMessage(), e);
        }
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
    }

    /** Lets the flood loose. */
    void begin() {
        ask(BEGIN);
    }

    /** Ends it. Returns the connections that it made. */
    long end() {
        return ask(END);
    }

    private long ask(String word) {
        try {
            process.getOutputStream().write((word + "\n").getBytes(StandardCharsets.US_ASCII));
            process.getOutputStream().flush();
            String answer = answers.readLine();
            if (answer == null) {
                throw new IllegalStateException("the attackers are gone");
            }
            return Long.parseLong(answer);
        } catch (IOException e) {
            throw new UncheckedIOException("the attackers do not listen: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }

    /** The process: port, senders of garbage, slow clients and seed; then {@code begin} and {@code end} in turn on standard input. */
    public static void main(String[] args) throws IOException {
        int port = Integer.parseInt(args[0]);
        int garbage = Integer.parseInt(args[1]);
        int slow = Integer.parseInt(args[2]);
        long seed = Long.parseLong(args[3]);
        BufferedReader words = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        @Nullable Flood flood = null;
        for (String word = words.readLine(); word != null; word = words.readLine()) {
            long made = 0;
            if (word.equals(BEGIN)) {
                flood = new Flood(port, garbage, slow, seed++);
            } else if (flood != null) {
                made = flood.connections();
                flood.close();
                flood = null;
            }
            System.out.println(made);
        }
    }
}

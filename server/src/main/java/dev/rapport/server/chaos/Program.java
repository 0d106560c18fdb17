package dev.rapport.server.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The program in a process of its own, on one port and one data folder over all its lives. */
final class Program implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(90);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final Path data;
    private final int port = freePort();
    private final List<String> before;
    private final String main;
    private final List<String> flags;
    private @Nullable Process process;

    private Program(Path data, List<String> before, String main, List<String> flags) {
        this.data = data;
        this.before = List.copyOf(before);
        this.main = main;
        this.flags = List.copyOf(flags);
    }

    /** An ingest node on {@code data} with further flags, started. */
    static Program started(Path data, String... flags) {
        return started(data, List.of(), "dev.rapport.server.Main", flags);
    }

    /**
     * The same by way of another command or entry.
     *
     * @param before words of a command that runs the rest of its line; empty for none
     * @param main class with the entry
     */
    static Program started(Path data, List<String> before, String main, String... flags) {
        Program program = new Program(data, before, main, List.of(flags));
        program.start();
        return program;
    }

    static int freePort() {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port on loopback", e);
        }
    }

    Path data() {
        return data;
    }

    int port() {
        return port;
    }

    /** Starts it, again after it was killed; returns when it takes traffic. */
    void start() {
        try {
            Files.createDirectories(data);
            List<String> words = new ArrayList<>(before);
            words.add(java("java"));
            words.addAll(List.of("-Xmx256m", "--enable-native-access=ALL-UNNAMED"));
            words.addAll(List.of(main, "run", "--role", "ingest", "--port", Integer.toString(port)));
            words.addAll(List.of("--data", data.toString()));
            words.addAll(flags);
            ProcessBuilder builder = new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
            // not by -cp: ONNX Runtime 1.29 crashes where the command line is very long
            builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("the program cannot be started: " + e.getMessage(), e);
        }
        Patience.until(START, () -> ready() || !process().isAlive(), "the program to take traffic");
        if (!process().isAlive()) {
            throw new IllegalStateException("the program did not start; its last words: " + lastWords());
        }
    }

    static String java(String tool) {
        return Path.of(System.getProperty("java.home"), "bin", tool).toString();
    }

    private Path log() {
        return data.resolveSibling(data.getFileName() + ".log");
    }

    private String lastWords() {
        try {
            List<String> lines = Files.readAllLines(log());
            return String.join(" | ", lines.subList(Math.max(0, lines.size() - 3), lines.size()));
        } catch (IOException e) {
            return "none";
        }
    }

    private Process process() {
        Process running = process;
        if (running == null) {
            throw new IllegalStateException("the program was not started");
        }
        return running;
    }

    long pid() {
        return process().pid();
    }

    boolean alive() {
        return process().isAlive();
    }

    private boolean ready() {
        try {
            return get("/readyz").statusCode() == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    private HttpResponse<String> get(String path) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .timeout(Duration.ofSeconds(10))
                    .build();
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Each line of {@code /metrics} by its name with labels. */
    Map<String, Double> metrics() {
        Map<String, Double> values = new TreeMap<>();
        get("/metrics").body().lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            int space = line.lastIndexOf(' ');
            values.put(line.substring(0, space), Double.parseDouble(line.substring(space + 1)));
        });
        return values;
    }

    /** Sum of the metrics whose name with labels holds all of {@code parts}. */
    double metric(String... parts) {
        return metrics().entrySet().stream()
                .filter(entry ->
                        Stream.of(parts).allMatch(part -> entry.getKey().contains(part)))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    /** Bytes of heap in use after a collection. */
    long heap() {
        run(java("jcmd"), Long.toString(pid()), "GC.run");
        return (long) metric("jvm_memory_used_bytes", "area=\"heap\"");
    }

    /** Open files, sockets included. */
    int files() {
        try (Stream<Path> open = Files.list(Path.of("/proc", Long.toString(pid()), "fd"))) {
            return (int) open.count();
        } catch (IOException e) {
            throw new UncheckedIOException("open files cannot be counted here: " + e.getMessage(), e);
        }
    }

    /** Ends it as {@code kill -9} does. */
    void kill() {
        process().destroyForcibly();
        waitFor(10);
    }

    /** Asks it to end, as an operator's {@code kill} does; its exit code. */
    int terminate() {
        process().destroy();
        waitFor(20);
        return process().exitValue();
    }

    /** Ends PostgreSQL's postmaster as {@code kill -9} does. */
    void killDatabase() {
        Postgres.of(data).ifPresent(Postgres::kill);
    }

    /** Writes a line to its standard input. */
    void say(String line) {
        try {
            process().getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
            process().getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the program does not listen", e);
        }
    }

    private void waitFor(int seconds) {
        try {
            if (!process().waitFor(seconds, TimeUnit.SECONDS)) {
                throw new IllegalStateException("process " + pid() + " did not end within " + seconds + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until every entry of the journal is in the store. */
    void awaitStored(Duration patience) {
        BooleanSupplier stored =
                () -> metric("rapport_journal_backlog") == 0 && metric("rapport_frames_in_flight") == 0;
        Patience.until(patience, stored, "the journal to be counted");
    }

    /** Runs a command to its end; true when it said 0. */
    static boolean run(String... words) {
        try {
            Process command = new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return command.waitFor(60, TimeUnit.SECONDS) && command.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "program %d on port %d", pid(), port);
    }

    /** Stops it as an operator does, and by force after 20 s. */
    @Override
    public void close() {
        try {
            process().destroy();
            if (!process().waitFor(20, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        killDatabase();
    }
}

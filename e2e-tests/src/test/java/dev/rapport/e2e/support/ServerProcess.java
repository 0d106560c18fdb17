package dev.rapport.e2e.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The program in a process of its own, as an operator runs it, so that it can be stopped and killed. */
public final class ServerProcess implements AutoCloseable {
    private static final String SHOP = "demo shop";

    private final Path data;
    private final Process process;
    private final String publicUrl;

    /** Starts it on a fresh folder and free ports; returns when it has printed its addresses. */
    public ServerProcess() {
        try {
            data = Files.createTempDirectory("rapport-e2e");
            Path arguments = data.resolve("arguments");
            Files.writeString(
                    arguments,
                    "--enable-native-access=ALL-UNNAMED -cp \"" + System.getProperty("java.class.path")
                            + "\" dev.rapport.server.Main run --port 0 --console-port 0 --data \"" + data + "\"\n");
            process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "@" + arguments)
                    .redirectErrorStream(true)
                    .start();
            publicUrl = address();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String address() throws IOException {
        StringBuilder said = new StringBuilder();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            said.append(line).append('\n');
            if (line.contains(SHOP)) {
                Thread.ofVirtual().start(() -> out.lines().forEach(rest -> {}));
                return line.replaceAll(".*(http://[^/]+).*", "$1");
            }
        }
        throw new IllegalStateException("the server did not start:\n" + said);
    }

    /** Its folder, for a second start. */
    public Path data() {
        return data;
    }

    /** Address of the public listener without a slash at its end. */
    public String publicUrl() {
        return publicUrl;
    }

    /** Ends it as {@code kill -9} does. */
    public void kill() {
        process.destroyForcibly();
        exitCode(10);
    }

    /** Asks it to end, as {@code kill} and a container's stop do; its exit code. */
    public int terminate(int patienceSeconds) {
        process.destroy();
        return exitCode(patienceSeconds);
    }

    private int exitCode(int seconds) {
        try {
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the server did not end within " + seconds + " s");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}

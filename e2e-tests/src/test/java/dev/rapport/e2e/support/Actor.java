package dev.rapport.e2e.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A visitor with a made-up device in the studio of the senses: {@code widget/browser/senses/act.mjs}, a process of its own with a browser of its own.
 */
public final class Actor implements AutoCloseable {
    private final Process process;
    private final BufferedReader said;
    private final List<String> heard = new ArrayList<>();

    /**
     * Starts one.
     *
     * @param sense text, voice, face, heart or body
     * @param server address of the public listener
     */
    public Actor(String sense, String server) {
        try {
            process = new ProcessBuilder(node(), "browser/senses/act.mjs", sense, server)
                    .directory(Path.of("..", "widget").toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Node cannot be started: run the tests by ./rapport test, which brings one", e);
        }
        said = process.inputReader();
    }

    private static String node() {
        return Optional.ofNullable(System.getProperty("rapport.node"))
                .map(home -> home + "/bin/node")
                .orElse("node");
    }

    /** Waits until the actor says this word. */
    public void until(String word) {
        try {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                heard.add(line);
                if (line.equals(word)) {
                    return;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new AssertionError("the actor ended before it said \"" + word + "\": " + String.join("\n", heard));
    }

    @Override
    public void close() {
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

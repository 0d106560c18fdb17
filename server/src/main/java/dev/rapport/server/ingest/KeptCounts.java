package dev.rapport.server.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what became of every frame in the data folder, in {@value #NAME}, each second and at the end, and goes on from there at the next
 * start. The file is replaced as a whole, so it adds up whenever the process is killed; then the last second is missing from all counts
 * alike. It is no part of the promise to keep frames, so it is never forced to disk.
 */
final class KeptCounts implements AutoCloseable {
    static final String NAME = "frames.count";

    private static final Logger LOG = LoggerFactory.getLogger(KeptCounts.class);

    private final Path file;
    private final FrameCounts counts;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("kept-counts").daemon().factory());
    private Map<String, Long> written = Map.of();
    private boolean failed;

    /**
     * Takes up what was kept.
     *
     * @throws UncheckedIOException when the data folder cannot be used
     */
    KeptCounts(Path data, FrameCounts counts) {
        this.counts = counts;
        file = data.resolve(NAME);
        try {
            Files.createDirectories(data);
            if (Files.exists(file)) {
                counts.resume(read(Files.readString(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the data folder " + data + " cannot be used: " + e.getMessage(), e);
        }
        timer.scheduleWithFixedDelay(this::keep, 1, 1, TimeUnit.SECONDS);
    }

    private Map<String, Long> read(String text) {
        try {
            Map<String, Long> read = new LinkedHashMap<>();
            text.lines().forEach(line -> {
                int sign = line.indexOf('=');
                read.put(line.substring(0, sign), Long.parseLong(line.substring(sign + 1)));
            });
            return read;
        } catch (RuntimeException e) { // no sign, no number: not ours
            LOG.warn("{} is damaged; the counts of frames begin at zero", file);
            return Map.of();
        }
    }

    private synchronized void keep() {
        Map<String, Long> now = counts.single();
        if (now.equals(written)) {
            return;
        }
        StringBuilder lines = new StringBuilder();
        now.forEach(
                (name, count) -> lines.append(name).append('=').append(count).append('\n'));
        Path next = file.resolveSibling(NAME + ".next");
        try {
            Files.writeString(next, lines);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            written = now;
            failed = false;
        } catch (IOException e) {
            if (!failed) { // once: a full disk would fill the log
                LOG.warn("the counts of frames could not be kept: {}", e.getMessage());
            }
            failed = true;
        }
    }

    /** Keeps the last counts. */
    @Override
    public void close() {
        timer.shutdownNow();
        keep();
    }
}

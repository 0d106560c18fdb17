package dev.rapport.server.ingest;

import static java.util.stream.Collectors.joining;

import dev.rapport.admin.AuditLog;
import dev.rapport.frame.Channel;
import java.time.Clock;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the audit log that frames were refused because they held what the site or the visitor does not allow: at most one row a
 * site and hour, at the first of the hour, with the channels of that frame and the number of frames since the last row. Nothing of a
 * frame's numbers is told. The one place where refused frames are told of; each is counted by {@link FrameCounts}. Never blocks.
 * Thread-safe.
 */
public final class RefusalLog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RefusalLog.class);
    private static final long HOUR_MILLIS = 3_600_000;
    private static final int MOST_SITES = 10_000;

    private final AuditLog audit;
    private final Clock clock;
    private final ConcurrentMap<String, Since> sites = new ConcurrentHashMap<>();
    private final ExecutorService writer = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("rapport-refusals").daemon().factory());

    /** Writes to {@code audit}. */
    RefusalLog(AuditLog audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    private record Since(long hour, long frames) {}

    /** One frame of this site was refused because it held these channels; empty when the site has changed meanwhile. */
    void refused(String site, Set<Channel> channels) {
        if (sites.size() > MOST_SITES && !sites.containsKey(site)) {
            return;
        }
        long hour = clock.millis() / HOUR_MILLIS;
        long[] due = {0};
        sites.compute(site, (s, before) -> {
            long frames = before == null ? 1 : before.frames() + 1;
            due[0] = before == null || before.hour() != hour ? frames : 0;
            return new Since(hour, due[0] > 0 ? 0 : frames);
        });
        if (due[0] > 0) {
            writer.execute(() -> write(site, due[0], channels));
        }
    }

    private void write(String site, long frames, Set<Channel> channels) {
        try {
            audit.add(new AuditLog.Entry(
                    "server",
                    AuditLog.Action.FRAMES_REFUSED,
                    site,
                    frames + (frames == 1 ? " frame" : " frames")
                            + " since the last row held a channel that is not allowed"
                            + (channels.isEmpty() ? "" : ", the last one " + named(channels))));
        } catch (RuntimeException e) {
            LOG.warn("{} refused frames of {} are not in the audit log: {}", frames, site, e.getMessage());
        }
    }

    private static String named(Set<Channel> channels) {
        return channels.stream()
                .sorted()
                .map(channel -> channel.name().toLowerCase(Locale.ROOT))
                .collect(joining(", "));
    }

    /** Ends once what is due is written. */
    @Override
    public void close() {
        writer.close();
    }
}

package dev.rapport.server.ingest;

import dev.rapport.frame.Channel;
import dev.rapport.frame.Frame;
import dev.rapport.privacy.PrivacyGate;
import dev.rapport.privacy.PrivacyPolicy;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells operators of frames that held numbers of a channel that their visit was not granted. A flood of them is one notice a
 * minute and site. Every single one is counted by {@link FrameCounts}. Thread-safe.
 */
final class ForgedFrames {
    private static final Logger LOG = LoggerFactory.getLogger(ForgedFrames.class);
    private static final long QUIET_NANOS = 60_000_000_000L;

    private final Map<String, Recent> bySite = new ConcurrentHashMap<>();
    private final Consumer<Notice> tell;

    ForgedFrames(Consumer<Notice> tell) {
        this.tell = tell;
    }

    /**
     * What an operator is told. Nothing of the frame's numbers is in it.
     *
     * @param site id
     * @param purpose what the site is for
     * @param channels that were sent and not granted
     * @param frames refused since the last notice, this one included
     */
    record Notice(String site, PrivacyPolicy.Purpose purpose, Set<Channel> channels, long frames) {
        /** One line in the log. */
        void log() {
            LOG.warn(
                    "site {} ({}): {} frame(s) with {} refused; a page sends what it was not granted",
                    site,
                    purpose,
                    frames,
                    channels);
        }
    }

    private record Recent(long toldAt, long since) {}

    /** A frame of this site was refused. */
    void refused(String site, PrivacyPolicy policy, Set<Channel> granted, Frame frame) {
        long now = System.nanoTime();
        Recent recent = bySite.merge(
                site,
                new Recent(now, 1),
                (before, one) -> now - before.toldAt() < QUIET_NANOS
                        ? new Recent(before.toldAt(), before.since() + 1)
                        : new Recent(now, before.since() + 1));
        if (recent.toldAt() == now) {
            bySite.put(site, new Recent(now, 0));
            Set<Channel> channels = EnumSet.copyOf(PrivacyGate.overstepped(frame, granted));
            tell.accept(new Notice(site, policy.purpose(), channels, recent.since()));
        }
    }
}

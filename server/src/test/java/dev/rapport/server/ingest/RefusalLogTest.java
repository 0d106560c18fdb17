package dev.rapport.server.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rapport.admin.AuditLog;
import dev.rapport.admin.InMemoryAuditLog;
import dev.rapport.frame.Channel;
import dev.rapport.pipeline.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Refused frames in the audit log: one row a site and hour, and no frame forgotten. */
class RefusalLogTest {
    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T10:20:00Z"));
    private final InMemoryAuditLog audit = new InMemoryAuditLog(clock);

    private List<String> told() {
        return audit.newest(10).reversed().stream()
                .map(AuditLog.Row::entry)
                .map(entry -> entry.subject() + ": " + entry.detail().split(" ", 2)[0])
                .toList();
    }

    @Test
    void theFirstOfAnHourIsToldWithThoseSinceTheRowBefore() {
        RefusalLog log = new RefusalLog(audit, clock);
        for (int i = 0; i < 5; i++) {
            log.refused("shop", Set.of(Channel.TYPING));
        }
        log.refused("blog", Set.of());
        clock.set(clock.instant().plus(Duration.ofHours(1)));
        log.refused("shop", Set.of(Channel.TYPING));
        log.refused("shop", Set.of(Channel.TYPING));
        log.close();

        assertEquals(List.of("shop: 1", "blog: 1", "shop: 5"), told());
    }
}

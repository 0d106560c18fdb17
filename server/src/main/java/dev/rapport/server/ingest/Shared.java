package dev.rapport.server.ingest;

import dev.rapport.admin.AuditLog;
import dev.rapport.admin.InMemoryAuditLog;
import dev.rapport.session.KeyRing;
import java.time.Clock;

/**
 * What the ingest nodes of one installation have in common.
 *
 * @param keys what visits' tokens are sealed with
 * @param audit where refusals are told
 */
public record Shared(KeyRing keys, AuditLog audit) {
    /** For a node that shares with nobody. */
    static Shared alone(Clock clock) {
        return new Shared(KeyRing.inMemory(clock), new InMemoryAuditLog(clock));
    }
}

package dev.rapport.ui.access;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rapport.admin.InMemoryAuditLog;
import dev.rapport.admin.Role;
import dev.rapport.analytics.InMemoryAnalytics;
import dev.rapport.pipeline.LiveSessions;
import dev.rapport.settings.DemoSettings;
import dev.rapport.settings.InMemorySettingsStore;
import dev.rapport.settings.InMemorySiteSecrets;
import dev.rapport.ui.ConsoleServices;
import dev.rapport.ui.dev.MemoryAdministrators;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each role may change, whatever a page shows. */
class RoleGuardTest {
    private final Clock clock = Clock.systemUTC();
    private final InMemorySettingsStore settings = new InMemorySettingsStore(clock);
    private final InMemoryAnalytics analytics = new InMemoryAnalytics();
    private final ConsoleServices services = new ConsoleServices(
            settings,
            analytics,
            analytics,
            analytics,
            Optional::empty,
            new LiveSessions(clock),
            new MemoryAdministrators(clock),
            new InMemorySiteSecrets(clock),
            new InMemoryAuditLog(clock),
            Map::of,
            Optional.empty(),
            Optional::empty,
            clock);

    private static void check(boolean may, Executable change) {
        if (may) {
            assertDoesNotThrow(change);
        } else {
            assertThrows(RoleGuard.NotAllowedException.class, change);
        }
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void onlyAnEditorSavesSettingsAndClearsData(Role role) {
        ConsoleServices guarded = RoleGuard.over(services, role::includes);
        boolean may = role == Role.OWNER || role == Role.EDITOR;

        check(may, () -> guarded.settings().save(DemoSettings.of(Set.of(), clock.instant()), "somebody"));
        check(may, () -> guarded.outcomes().clearSimulated(DemoSettings.SITE));

        assertEquals(may ? 1 : 0, settings.all().size());
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void onlyAnEditorMakesAndWithdrawsSecrets(Role role) {
        ConsoleServices guarded = RoleGuard.over(services, role::includes);
        boolean may = role == Role.OWNER || role == Role.EDITOR;

        check(may, () -> guarded.secrets().make(DemoSettings.SITE, "somebody"));
        assertEquals(may, services.secrets().newest(DemoSettings.SITE).isPresent());
        check(may, () -> guarded.secrets().withdraw(DemoSettings.SITE, "somebody"));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void onlyAnOwnerInvites(Role role) {
        ConsoleServices guarded = RoleGuard.over(services, role::includes);

        check(role == Role.OWNER, () -> guarded.administrators().invite(Role.OWNER, "somebody"));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void whoeverIsNotSignedInChangesNothing(Role role) {
        ConsoleServices guarded = RoleGuard.over(services);

        assertThrows(
                RoleGuard.NotAllowedException.class,
                () -> guarded.administrators().invite(role, "nobody"));
    }
}

package dev.rapport.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapport.admin.Administrators.Account;
import dev.rapport.admin.Administrators.SignIn;
import dev.rapport.admin.Role;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PostgresAdministratorsTest {
    private static final char[] PASSWORD = "correct horse battery".toCharArray();
    private static final char[] WRONG = "incorrect horse battery".toCharArray();
    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

    private final SetClock clock = new SetClock();
    private final Database database = TestDatabase.migrated();
    private final PostgresAdministrators administrators = new PostgresAdministrators(database, clock);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void theFirstAdministratorComesByInvitation() {
        assertTrue(administrators.isEmpty());
        String token = administrators.invite(Role.OWNER);
        assertEquals(Optional.of(Role.OWNER), administrators.invitation(token));

        Account account = administrators.accept(token, "  Ada ", PASSWORD);

        assertEquals(new Account("Ada", Role.OWNER, NOON), account);
        assertEquals(List.of(account), administrators.all());
        assertFalse(administrators.isEmpty());
    }

    @Test
    void anInvitationWorksOnce() {
        String token = administrators.invite(Role.EDITOR);
        administrators.accept(token, "Ada", PASSWORD);

        assertEquals(Optional.empty(), administrators.invitation(token));
        assertRefused(Invitations.SPENT, token, "Bob", PASSWORD);
    }

    @Test
    void anInvitationEndsAfterADay() {
        String token = administrators.invite(Role.EDITOR);

        clock.pass(Duration.ofHours(24));

        assertEquals(Optional.empty(), administrators.invitation(token));
        assertRefused(Invitations.SPENT, token, "Bob", PASSWORD);
    }

    @Test
    void aTakenNameLeavesTheInvitationValid() {
        administrators.accept(administrators.invite(Role.OWNER), "Ada", PASSWORD);
        String token = administrators.invite(Role.VIEWER);

        assertRefused("The name ADA is taken; choose another.", token, "ADA", PASSWORD);

        assertEquals(Optional.of(Role.VIEWER), administrators.invitation(token));
    }

    @Test
    void badNamesAndPasswordsAreRefused() {
        String token = administrators.invite(Role.OWNER);
        String tooLong = "x".repeat(81);

        assertRefused("The name must have 1 to 80 characters.", token, "  ", PASSWORD);
        assertRefused("The name must have 1 to 80 characters.", token, tooLong, PASSWORD);
        assertRefused("The name must not hold control characters.", token, "A\u0000da", PASSWORD);
        assertRefused("The password must have 12 to 200 characters.", token, "Ada", "short".toCharArray());
        assertRefused("The password must have 12 to 200 characters.", token, "Ada", new char[201]);
    }

    @Test
    void onlyArgon2idIsKept() {
        administrators.accept(administrators.invite(Role.OWNER), "Ada", PASSWORD);

        String kept = database.transaction(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT password_hash FROM administrator")) {
                row.next();
                return row.getString(1);
            }
        });

        assertTrue(kept.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"), kept);
    }

    @Test
    void theRightPasswordSignsInWhateverTheCaseOfTheName() {
        Account account = administrators.accept(administrators.invite(Role.OWNER), "Ada", PASSWORD);

        assertEquals(new SignIn.Accepted(account), administrators.signIn("aDA", PASSWORD));
    }

    @Test
    void wrongPasswordsAndUnknownNamesLookAlike() {
        administrators.accept(administrators.invite(Role.OWNER), "Ada", PASSWORD);

        assertEquals(new SignIn.Rejected(), administrators.signIn("Ada", WRONG));
        assertEquals(new SignIn.Rejected(), administrators.signIn("Bob", WRONG));
        assertEquals(new SignIn.Rejected(), administrators.signIn("", WRONG));
        assertEquals(new SignIn.Rejected(), administrators.signIn("x".repeat(5000), WRONG));
    }

    @Test
    void anUnknownNameCostsAsMuchWorkAsAWrongPassword() {
        administrators.accept(administrators.invite(Role.OWNER), "Ada", PASSWORD);
        medianNanos("Ada");
        long known = medianNanos("Ada");

        long unknown = medianNanos("Bob");

        double ratio = (double) unknown / known;
        assertTrue(ratio > 0.4 && ratio < 2.5, "unknown/known = " + ratio);
    }

    /** Of this thread's processor time, which does not depend on what else the machine does. */
    private long medianNanos(String name) {
        ThreadMXBean thread = ManagementFactory.getThreadMXBean();
        long[] times = new long[9];
        for (int i = 0; i < times.length; i++) {
            clock.pass(Duration.ofDays(2));
            long before = thread.getCurrentThreadCpuTime();
            administrators.signIn(name, WRONG);
            times[i] = thread.getCurrentThreadCpuTime() - before;
        }
        Arrays.sort(times);
        return times[times.length / 2];
    }

    @Test
    void fiveFailuresLockANameThatExistsAndOneThatDoesNot() {
        administrators.accept(administrators.invite(Role.OWNER), "Ada", PASSWORD);

        for (String name : List.of("Ada", "Bob")) {
            fail(name, 5);
            assertEquals(new SignIn.Locked(NOON.plusSeconds(30)), administrators.signIn(name, PASSWORD), name);
        }
    }

    @Test
    void eachFurtherFailureLocksTwiceAsLong() {
        fail("Ada", 5);
        clock.pass(Duration.ofSeconds(31));

        fail("Ada", 1);

        assertEquals(new SignIn.Locked(clock.instant().plusSeconds(60)), administrators.signIn("Ada", PASSWORD));
    }

    @Test
    void theRightPasswordAfterTheLockStartsAfresh() {
        administrators.accept(administrators.invite(Role.OWNER), "Ada", PASSWORD);
        fail("Ada", 5);
        clock.pass(Duration.ofSeconds(31));

        assertInstanceOf(SignIn.Accepted.class, administrators.signIn("Ada", PASSWORD));

        fail("Ada", 4);
        assertInstanceOf(SignIn.Accepted.class, administrators.signIn("Ada", PASSWORD));
    }

    @Test
    void manyGuessesAtOnceDoNotSlipThrough() throws Exception {
        administrators.accept(administrators.invite(Role.OWNER), "Ada", PASSWORD);
        List<Thread> threads = java.util.stream.IntStream.range(0, 12)
                .mapToObj(i -> Thread.ofPlatform().start(() -> administrators.signIn("Ada", WRONG)))
                .toList();
        for (Thread thread : threads) {
            thread.join();
        }

        assertInstanceOf(SignIn.Locked.class, administrators.signIn("Ada", PASSWORD));
    }

    private void fail(String name, int times) {
        for (int i = 0; i < times; i++) {
            assertEquals(new SignIn.Rejected(), administrators.signIn(name, WRONG));
        }
    }

    private void assertRefused(String message, String token, String name, char[] password) {
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> administrators.accept(token, name, password));
        assertEquals(message, e.getMessage());
    }

    private static final class SetClock extends Clock {
        private Instant now = NOON;

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}

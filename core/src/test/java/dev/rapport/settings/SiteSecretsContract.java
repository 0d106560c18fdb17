package dev.rapport.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link SiteSecrets} does. */
public abstract class SiteSecretsContract {
    private Instant now = Instant.parse("2026-11-05T08:00:00Z");
    private final String site = "site-" + UUID.randomUUID();

    /** Secrets over a clock that this test moves. */
    protected abstract SiteSecrets secrets(Clock clock);

    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };

    @Test
    void aSecretNamesItsSite() {
        SiteSecrets secrets = secrets(clock);
        String secret = secrets.make(site, "ada");

        assertTrue(SecretText.isOne(secret), "it has no secret's form");
        assertEquals(Optional.of(site), secrets.siteOf(secret));
        assertEquals(Optional.of(new SiteSecrets.Made(now, "ada")), secrets.newest(site));
    }

    @Test
    void anythingElseNamesNone() {
        SiteSecrets secrets = secrets(clock);
        secrets.make(site, "ada");

        assertEquals(Optional.empty(), secrets.siteOf(SecretText.random()));
        assertEquals(Optional.empty(), secrets.siteOf(""));
        assertEquals(Optional.empty(), secrets.newest("another-" + site));
    }

    @Test
    void theSecretBeforeGoesOnForADayAndNoLonger() {
        SiteSecrets secrets = secrets(clock);
        String first = secrets.make(site, "ada");
        String second = secrets.make(site, "bob");

        assertNotEquals(first, second);
        assertEquals(Optional.of(site), secrets.siteOf(first));
        assertEquals("bob", secrets.newest(site).orElseThrow().by());

        now = now.plus(Duration.ofHours(25));
        assertEquals(Optional.empty(), secrets.siteOf(first));
        assertEquals(Optional.of(site), secrets.siteOf(second));
    }

    @Test
    void aThirdSecretEndsTheFirst() {
        SiteSecrets secrets = secrets(clock);
        String first = secrets.make(site, "ada");
        String second = secrets.make(site, "ada");
        String third = secrets.make(site, "ada");

        assertEquals(Optional.empty(), secrets.siteOf(first));
        assertEquals(Optional.of(site), secrets.siteOf(second));
        assertEquals(Optional.of(site), secrets.siteOf(third));
    }

    @Test
    void withdrawnMeansNow() {
        SiteSecrets secrets = secrets(clock);
        String first = secrets.make(site, "ada");
        String second = secrets.make(site, "ada");
        secrets.withdraw(site, "owner");

        assertEquals(Optional.empty(), secrets.siteOf(first));
        assertEquals(Optional.empty(), secrets.siteOf(second));
        assertEquals(Optional.empty(), secrets.newest(site));
    }
}

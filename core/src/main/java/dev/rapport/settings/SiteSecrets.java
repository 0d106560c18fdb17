package dev.rapport.settings;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Secrets by which a site's own server proves who it is; the public key in the tag proves nothing. Only a hash is kept. Thread-safe;
 * may block. Every implementation passes {@code SiteSecretsContract}.
 */
public interface SiteSecrets {
    /** How every secret begins, so that it is known for what it is where it turns up. */
    String PREFIX = "rapport_secret_";

    /** How long the secret before the newest goes on working, so that a site can change it without a gap. */
    Duration OVERLAP = Duration.ofHours(24);

    /**
     * Makes a new secret. The one before works for {@link #OVERLAP} more; older ones stop at once.
     *
     * @param site id
     * @param by who asked for it
     * @return the secret itself: 256 random bits behind {@link #PREFIX}, shown this once
     */
    String make(String site, String by);

    /** Ends every secret of a site at once; {@code by} is who asked for it. */
    void withdraw(String site, String by);

    /** The newest secret of a site, if there is one. */
    Optional<Made> newest(String site);

    /** The site that a secret belongs to; empty for one that is unknown or has ended. */
    Optional<String> siteOf(String secret);

    /**
     * When a secret was made.
     *
     * @param at when
     * @param by who asked for it
     */
    record Made(Instant at, String by) {}
}

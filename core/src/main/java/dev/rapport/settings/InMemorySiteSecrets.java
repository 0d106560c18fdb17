package dev.rapport.settings;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Secrets for as long as the process lives. */
public final class InMemorySiteSecrets implements SiteSecrets {
    private final List<Kept> kept = new ArrayList<>();
    private final Clock clock;

    /** None yet. */
    public InMemorySiteSecrets(Clock clock) {
        this.clock = clock;
    }

    private record Kept(
            String site, byte[] hash, Made made, @Nullable Instant ends) {
        boolean works(Instant now) {
            return ends == null || ends.isAfter(now);
        }
    }

    @Override
    public synchronized String make(String site, String by) {
        Instant now = clock.instant();
        kept.removeIf(one -> one.site().equals(site) && one.ends() != null);
        kept.replaceAll(
                one -> one.site().equals(site) ? new Kept(site, one.hash(), one.made(), now.plus(OVERLAP)) : one);
        String secret = SecretText.random();
        kept.add(new Kept(site, SecretText.hash(secret), new Made(now, by), null));
        return secret;
    }

    @Override
    public synchronized void withdraw(String site, String by) {
        kept.removeIf(one -> one.site().equals(site));
    }

    @Override
    public synchronized Optional<Made> newest(String site) {
        return kept.stream()
                .filter(one -> one.site().equals(site) && one.ends() == null)
                .map(Kept::made)
                .max(Comparator.comparing(Made::at));
    }

    @Override
    public synchronized Optional<String> siteOf(String secret) {
        byte[] hash = SecretText.hash(secret);
        return kept.stream()
                .filter(one -> Arrays.equals(one.hash(), hash) && one.works(clock.instant()))
                .map(Kept::site)
                .findFirst();
    }
}

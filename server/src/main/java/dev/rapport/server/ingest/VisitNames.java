package dev.rapport.server.ingest;

import dev.rapport.frame.Hello;
import dev.rapport.session.KeyRing;
import dev.rapport.session.SessionTokens;
import dev.rapport.session.SessionTokens.Claim;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Who a page says it is, checked and counted: a visit is only taken up again by the page it was given to. Thread-safe. */
final class VisitNames {
    private final SessionTokens tokens;
    private final Clock clock;
    private final Map<Kind, LongAdder> counts = new EnumMap<>(Kind.class);

    private enum Kind {
        OPENED,
        CONTINUED,
        EXPIRED,
        FORGED
    }

    VisitNames(KeyRing ring, Clock clock) {
        tokens = new SessionTokens(ring, clock);
        this.clock = clock;
        for (Kind kind : Kind.values()) {
            counts.put(kind, new LongAdder());
        }
    }

    /** The hello under its visit's name; empty when it names a visit that was never this page's. */
    Optional<Hello> named(Hello hello, @Nullable String origin) {
        return switch (tokens.read(hello.session(), hello.siteKey(), origin == null ? "" : origin)) {
            case Claim.Opened opened -> counted(Kind.OPENED, hello, opened.name());
            case Claim.Continued continued -> counted(Kind.CONTINUED, hello, continued.name());
            case Claim.Expired expired -> counted(Kind.EXPIRED, hello, expired.name());
            case Claim.Forged forged -> {
                count(Kind.FORGED);
                yield Optional.empty();
            }
        };
    }

    private Optional<Hello> counted(Kind kind, Hello hello, String name) {
        count(kind);
        return Optional.of(hello.named(name));
    }

    private void count(Kind kind) {
        LongAdder adder = counts.get(kind);
        if (adder != null) {
            adder.increment();
        }
    }

    /** A ticket for the page of this hello, which is under its visit's name already. */
    Ticket ticket(Hello named, @Nullable String origin) {
        return new Ticket(named.session(), named.siteKey(), origin == null ? "" : origin);
    }

    /** What a page says of its visit, and when it should be given a new token. Belongs to one connection. */
    final class Ticket {
        private final String name;
        private final String siteKey;
        private final String origin;
        private long renewAt;

        private Ticket(String name, String siteKey, String origin) {
            this.name = name;
            this.siteKey = siteKey;
            this.origin = origin;
        }

        /** Name and a fresh token. */
        String session() {
            renewAt = clock.millis() + SessionTokens.RENEWED.toMillis();
            return tokens.seal(name, siteKey, origin);
        }

        /** True once the last token is so old that a page which stays should be given the next. */
        boolean due() {
            return clock.millis() >= renewAt;
        }
    }

    /** Calls {@code reader} with each count's name and the count. */
    void each(BiConsumer<String, LongAdder> reader) {
        counts.forEach((kind, count) -> reader.accept(kind.name().toLowerCase(java.util.Locale.ROOT), count));
    }
}

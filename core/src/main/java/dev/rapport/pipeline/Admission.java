package dev.rapport.pipeline;

import dev.rapport.frame.Hello;
import dev.rapport.privacy.PrivacyGate;
import dev.rapport.session.Visit;
import dev.rapport.settings.SettingsStore;
import dev.rapport.settings.SiteSettings;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** Decides whether a first message may open a visit. */
public final class Admission {
    private final SettingsStore settings;
    private final BinaryOperator<String> unitOf;
    private final Clock clock;

    /**
     * The gate of one server.
     *
     * @param settings sites by key
     * @param unitOf site id and device id to the salted hash that experiments assign by
     * @param clock server time
     */
    public Admission(SettingsStore settings, BinaryOperator<String> unitOf, Clock clock) {
        this.settings = settings;
        this.unitOf = unitOf;
        this.clock = clock;
    }

    /** What came of a first message. */
    public sealed interface Result {
        /**
         * Welcome.
         *
         * @param visit who
         * @param site the snapshot at this moment
         */
        record Admitted(Visit visit, SiteSettings site) implements Result {}

        /** No site has this key. */
        record UnknownKey() implements Result {}

        /**
         * The page's origin is not on the site's list.
         *
         * @param origin as the browser sent it, or "none"
         */
        record OriginNotListed(String origin) implements Result {}
    }

    /**
     * Checks a first message.
     *
     * @param hello what the page said
     * @param origin the Origin header, null when there was none
     */
    public Result admit(Hello hello, @Nullable String origin) {
        Optional<SiteSettings> found = settings.byKey(hello.siteKey());
        if (found.isEmpty()) {
            return new Result.UnknownKey();
        }
        SiteSettings site = found.get();
        if (origin == null || !site.origins().contains(origin)) {
            return new Result.OriginNotListed(origin == null ? "none" : origin);
        }
        String unit = hello.visitor() == null ? hello.session() : unitOf.apply(site.site(), hello.visitor());
        Visit visit = new Visit(
                site.site(),
                hello.session(),
                unit,
                hello.device(),
                hello.language().toLowerCase(Locale.ROOT),
                hello.returning(),
                PrivacyGate.granted(site.privacy(), hello.channels()),
                hello.simulated(),
                hello.forced(),
                clock.instant());
        return new Result.Admitted(visit, site);
    }
}

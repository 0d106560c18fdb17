package dev.rapport.ui.access;

import dev.rapport.admin.Administrators;
import dev.rapport.admin.Role;
import dev.rapport.analytics.OutcomeStore;
import dev.rapport.journal.JournalEntry;
import dev.rapport.learning.Label;
import dev.rapport.learning.SiteLearning;
import dev.rapport.learning.Version;
import dev.rapport.settings.SettingsStore;
import dev.rapport.settings.SiteSecrets;
import dev.rapport.settings.SiteSettings;
import dev.rapport.ui.ConsoleServices;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The last gate before anything changes: whatever a page shows or hides, only an editor saves settings, secrets and what was learned, or
 * clears data, and only an owner invites.
 */
public final class RoleGuard {
    private final Predicate<Role> may;

    private RoleGuard(Predicate<Role> may) {
        this.may = may;
    }

    /** The services with every change held to the role of whoever is signed in on the current session. */
    public static ConsoleServices over(ConsoleServices services) {
        return over(services, SignedIn::may);
    }

    /** The same by {@code may}. */
    static ConsoleServices over(ConsoleServices services, Predicate<Role> may) {
        RoleGuard guard = new RoleGuard(may);
        return new ConsoleServices(
                guard.new Settings(services.settings()),
                guard.new Outcomes(services.outcomes()),
                services.reports(),
                guard.new Learning(services.learning()),
                services.reference(),
                services.live(),
                guard.new Accounts(services.administrators()),
                guard.new Secrets(services.secrets()),
                services.audit(),
                services.frameCounts(),
                services.widget(),
                services.modelCard(),
                services.clock());
    }

    /** Somebody tried what their role does not include. */
    public static final class NotAllowedException extends RuntimeException {
        @java.io.Serial
        private static final long serialVersionUID = 1L;

        NotAllowedException(Role needed) {
            super("this needs the role " + needed.name().toLowerCase(java.util.Locale.ROOT));
        }
    }

    private void require(Role role) {
        if (!may.test(role)) {
            throw new NotAllowedException(role);
        }
    }

    private final class Settings implements SettingsStore {
        private final SettingsStore under;

        Settings(SettingsStore under) {
            this.under = under;
        }

        @Override
        public void save(SiteSettings changed, String by) {
            require(Role.EDITOR);
            under.save(changed, by);
        }

        @Override
        public List<SiteSettings> all() {
            return under.all();
        }

        @Override
        public Optional<SiteSettings> bySite(String site) {
            return under.bySite(site);
        }

        @Override
        public Optional<SiteSettings> byKey(String siteKey) {
            return under.byKey(siteKey);
        }

        @Override
        public List<Revision> history(String site, int limit) {
            return under.history(site, limit);
        }

        @Override
        public AutoCloseable watch(Consumer<SiteSettings> listener) {
            return under.watch(listener);
        }
    }

    private final class Outcomes implements OutcomeStore {
        private final OutcomeStore under;

        Outcomes(OutcomeStore under) {
            this.under = under;
        }

        @Override
        public void clearSimulated(String site) {
            require(Role.EDITOR);
            under.clearSimulated(site);
        }

        @Override
        public int apply(List<JournalEntry> entries) {
            throw new UnsupportedOperationException("the console counts nothing");
        }
    }

    private final class Learning implements SiteLearning {
        private final SiteLearning under;

        Learning(SiteLearning under) {
            this.under = under;
        }

        @Override
        public void keep(String site, Version version) {
            require(Role.EDITOR);
            under.keep(site, version);
        }

        @Override
        public List<Label> labels(String site, boolean simulated) {
            return under.labels(site, simulated);
        }

        @Override
        public List<Version> versions(String site) {
            return under.versions(site);
        }
    }

    private final class Secrets implements SiteSecrets {
        private final SiteSecrets under;

        Secrets(SiteSecrets under) {
            this.under = under;
        }

        @Override
        public String make(String site, String by) {
            require(Role.EDITOR);
            return under.make(site, by);
        }

        @Override
        public void withdraw(String site, String by) {
            require(Role.EDITOR);
            under.withdraw(site, by);
        }

        @Override
        public Optional<Made> newest(String site) {
            return under.newest(site);
        }

        @Override
        public Optional<String> siteOf(String secret) {
            return under.siteOf(secret);
        }
    }

    private final class Accounts implements Administrators {
        private final Administrators under;

        Accounts(Administrators under) {
            this.under = under;
        }

        @Override
        public String invite(Role role, String by) {
            require(Role.OWNER);
            return under.invite(role, by);
        }

        @Override
        public boolean isEmpty() {
            return under.isEmpty();
        }

        @Override
        public Optional<Role> invitation(String token) {
            return under.invitation(token);
        }

        @Override
        public Account accept(String token, String name, char[] password) {
            return under.accept(token, name, password);
        }

        @Override
        public SignIn signIn(String name, char[] password) {
            return under.signIn(name, password);
        }

        @Override
        public List<Account> all() {
            return under.all();
        }
    }
}

package dev.rapport.server.store;

import dev.rapport.admin.Administrators;
import dev.rapport.admin.AuditLog;
import dev.rapport.analytics.OutcomeStore;
import dev.rapport.analytics.Reports;
import dev.rapport.learning.SiteLearning;
import dev.rapport.session.KeyRing;
import dev.rapport.settings.SettingsStore;
import dev.rapport.settings.SiteSecrets;
import dev.rapport.settings.SiteSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Everything that is kept in PostgreSQL. Thread-safe. Closing it stops the embedded server, if it is one. */
public final class Store implements AutoCloseable {
    private final @Nullable PostgresServer embedded;
    private final Database database;
    private final PostgresSettingsStore settings;
    private final PostgresOutcomeStore outcomes;
    private final PostgresReports reports;
    private final PostgresSiteLearning learning;
    private final PostgresAdministrators administrators;
    private final PostgresSiteSecrets secrets;
    private final PostgresAuditLog audit;
    private final PostgresKeyRing keys;
    private final Retention retention;

    private Store(@Nullable PostgresServer embedded, Database database, Clock clock) {
        this.embedded = embedded;
        this.database = database;
        settings = new PostgresSettingsStore(database, clock);
        outcomes = new PostgresOutcomeStore(
                database,
                site -> settings.bySite(site).map(SiteSettings::experiments).orElse(List.of()));
        reports = new PostgresReports(database, clock);
        learning = new PostgresSiteLearning(database);
        administrators = new PostgresAdministrators(database, clock);
        secrets = new PostgresSiteSecrets(database, clock);
        audit = new PostgresAuditLog(database, clock);
        keys = new PostgresKeyRing(database, clock);
        retention = new Retention(database, clock);
    }

    /**
     * Opens the store and brings its schema up to date.
     *
     * @param databaseUrl {@code jdbc:postgresql://…} or {@code postgres://…}; empty: an embedded PostgreSQL under
     *     {@code data}
     * @param data Rapport's data directory
     * @param clock what the time is
     * @throws StoreException with one sentence when it cannot be opened
     */
    public static Store open(Optional<String> databaseUrl, Path data, Clock clock) {
        if (databaseUrl.isPresent()) {
            return over(null, DatabaseAddress.parse(databaseUrl.get()), clock);
        }
        PostgresServer server = PostgresServer.start(data, 0);
        try {
            return over(server, server.address(), clock);
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    private static Store over(@Nullable PostgresServer embedded, DatabaseAddress address, Clock clock) {
        Database database = new Database(address);
        try {
            Migrations.apply(database);
            Store store = new Store(embedded, database, clock);
            store.retention.start();
            store.keys.start();
            return store;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** Site settings, shared by all nodes. */
    public SettingsStore settings() {
        return settings;
    }

    /** Where outcomes are counted. */
    public OutcomeStore outcomes() {
        return outcomes;
    }

    /** What the console shows. */
    public Reports reports() {
        return reports;
    }

    /** What sites learned from their visitors' answers. */
    public SiteLearning learning() {
        return learning;
    }

    /** Who may use the console. */
    public Administrators administrators() {
        return administrators;
    }

    /** By what sites' own servers prove who they are. */
    public SiteSecrets secrets() {
        return secrets;
    }

    /** Who changed what. */
    public AuditLog audit() {
        return audit;
    }

    /** What visits' tokens are sealed with, shared by all nodes. */
    public KeyRing keys() {
        return keys;
    }

    /** The connections, for whoever measures them. */
    Database database() {
        return database;
    }

    @Override
    public void close() {
        retention.close();
        keys.close();
        settings.close();
        database.close();
        if (embedded != null) {
            embedded.close();
        }
    }
}

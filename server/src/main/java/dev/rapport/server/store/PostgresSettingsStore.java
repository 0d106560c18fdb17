package dev.rapport.server.store;

import dev.rapport.admin.AuditLog;
import dev.rapport.settings.SettingsCache;
import dev.rapport.settings.SettingsJson;
import dev.rapport.settings.SettingsStore;
import dev.rapport.settings.SiteSettings;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Site settings in PostgreSQL, read from memory; what another node saves arrives by {@link SettingsNews}. */
final class PostgresSettingsStore implements SettingsStore, AutoCloseable {
    private final SettingsCache cache = new SettingsCache();
    private final Database database;
    private final Clock clock;
    private final PostgresAuditLog audit;
    private final SettingsNews news;

    PostgresSettingsStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
        audit = new PostgresAuditLog(database, clock);
        news = new SettingsNews(database, this::refresh);
        database.transaction(PostgresSettingsStore::newest).forEach(cache::put);
        news.start();
    }

    /** Takes over every snapshot that is newer than the one in memory, oldest first. */
    private void refresh() {
        database.transaction(PostgresSettingsStore::newest).stream()
                .filter(found -> found.version() > versionOf(found.site()))
                .flatMap(found -> since(found.site(), versionOf(found.site())).stream())
                .forEach(cache::put);
    }

    private long versionOf(String site) {
        return cache.bySite(site).map(SiteSettings::version).orElse(0L);
    }

    private List<SiteSettings> since(String site, long version) {
        return database.transaction(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT body FROM site_settings_history WHERE site = ? AND version > ? ORDER BY version")) {
                select.setString(1, site);
                select.setLong(2, version);
                return bodies(select);
            }
        });
    }

    private static List<SiteSettings> newest(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT body FROM site_settings ORDER BY site")) {
            return bodies(select);
        }
    }

    private static List<SiteSettings> bodies(PreparedStatement select) throws SQLException {
        List<SiteSettings> found = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                found.add(SettingsJson.read(rows.getString(1)));
            }
        }
        return found;
    }

    @Override
    public List<SiteSettings> all() {
        return cache.all();
    }

    @Override
    public Optional<SiteSettings> bySite(String site) {
        return cache.bySite(site);
    }

    @Override
    public Optional<SiteSettings> byKey(String siteKey) {
        return cache.byKey(siteKey);
    }

    @Override
    public void save(SiteSettings changed, String by) {
        database.transaction(connection -> {
            try (Statement lock = connection.createStatement()) {
                lock.execute("LOCK TABLE site_settings IN EXCLUSIVE MODE"); // Readers go on; other saves wait.
            }
            SettingsCache kept = new SettingsCache();
            newest(connection).forEach(kept::put);
            kept.requireSavable(changed);
            write(connection, changed, by);
            String before = kept.bySite(changed.site())
                    .map(PostgresSettingsStore::digest)
                    .orElse("none");
            String what = "version " + changed.version() + ", SHA-256 " + before + " → " + digest(changed);
            audit.add(connection, new AuditLog.Entry(by, AuditLog.Action.SETTINGS_SAVED, changed.site(), what));
            return changed;
        });
        cache.put(changed);
    }

    /** First 16 hexadecimal digits over the settings as they are kept. */
    private static String digest(SiteSettings settings) {
        try {
            byte[] body = SettingsJson.write(settings).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK has no SHA-256", e);
        }
    }

    private void write(Connection connection, SiteSettings changed, String by) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                WITH history AS (
                  INSERT INTO site_settings_history (site, version, body, changed_by, changed_at)
                  VALUES (?, ?, ?::jsonb, ?, ?)
                  RETURNING site, version, body, changed_by, changed_at)
                INSERT INTO site_settings (site, version, site_key, body, changed_by, changed_at)
                SELECT site, version, ?, body, changed_by, changed_at FROM history
                ON CONFLICT (site) DO UPDATE SET version = excluded.version, site_key = excluded.site_key,
                  body = excluded.body, changed_by = excluded.changed_by, changed_at = excluded.changed_at
                """)) {
            insert.setString(1, changed.site());
            insert.setLong(2, changed.version());
            insert.setString(3, SettingsJson.write(changed));
            insert.setString(4, by);
            insert.setTimestamp(5, Timestamp.from(clock.instant()));
            insert.setString(6, changed.siteKey());
            insert.executeUpdate();
        }
        SettingsNews.tell(connection);
    }

    @Override
    public List<Revision> history(String site, int limit) {
        return database.transaction(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT body, changed_by, changed_at FROM site_settings_history
                    WHERE site = ? ORDER BY version DESC LIMIT ?
                    """)) {
                select.setString(1, site);
                select.setInt(2, limit);
                List<Revision> revisions = new ArrayList<>();
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        revisions.add(new Revision(
                                SettingsJson.read(rows.getString(1)),
                                rows.getString(2),
                                rows.getTimestamp(3).toInstant()));
                    }
                }
                return revisions;
            }
        });
    }

    @Override
    public AutoCloseable watch(Consumer<SiteSettings> listener) {
        return cache.watch(listener);
    }

    @Override
    public void close() {
        news.close();
    }
}

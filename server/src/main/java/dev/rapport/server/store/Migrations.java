package dev.rapport.server.store;

import java.util.Arrays;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

/** Brings a database to the schema of this version, or refuses one that is not Rapport's or newer. */
final class Migrations {
    private Migrations() {}

    /**
     * Applies what is missing; several nodes may do so at once.
     *
     * @throws StoreException with one sentence when the database is foreign, newer or changed by hand
     */
    static void apply(Database database) {
        apply(database, "latest");
    }

    /** Applies what is missing up to a version, {@code latest} or a number. */
    static void apply(Database database, String version) {
        Flyway flyway = Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(database.source())
                .locations("classpath:db/migration")
                .table("rapport_schema_history")
                .target(version)
                .connectRetries(0)
                .cleanDisabled(true)
                .load();
        try {
            MigrationInfo[] known = flyway.info().all();
            Optional<MigrationInfo> newer = Arrays.stream(known)
                    .filter(info ->
                            info.getState().isApplied() && !info.getState().isResolved())
                    .findFirst();
            if (newer.isPresent()) {
                throw new StoreException("this database was made by a newer Rapport (schema "
                        + newer.get().getVersion() + "); start that version, or use another database");
            }
            flyway.migrate();
        } catch (FlywayException e) {
            String message = String.valueOf(e.getMessage());
            if (message.contains("no schema history table")) {
                throw new StoreException(
                        "this database holds tables that are not Rapport's; give Rapport an empty database or schema",
                        e);
            }
            if (message.contains("Validate failed")) {
                throw new StoreException(
                        "this database's schema was changed by hand or by another build of Rapport; use that build,"
                                + " or another database",
                        e);
            }
            throw new StoreException(
                    "the schema could not be brought up to date: "
                            + message.lines().findFirst().orElse(""),
                    e);
        }
    }
}

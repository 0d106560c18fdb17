package dev.rapport.server.store;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rapport.analytics.SelfReports;
import dev.rapport.evidence.Sense;
import dev.rapport.journal.JournalEntry;
import dev.rapport.json.JsonPlace;
import dev.rapport.learning.AdjustmentJson;
import dev.rapport.learning.Label;
import dev.rapport.learning.SiteLearning;
import dev.rapport.learning.VerdictJson;
import dev.rapport.learning.Version;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Answers and versions in PostgreSQL. */
final class PostgresSiteLearning implements SiteLearning {
    private final Database database;

    PostgresSiteLearning(Database database) {
        this.database = database;
    }

    /** Keeps the answers in entries that are counted for the first time, each under its visitor's hash of the day. */
    static void count(Connection connection, List<SessionLedger.Counted> fresh, DailyVisitors visitors)
            throws SQLException {
        List<JournalEntry> answered = fresh.stream()
                .map(SessionLedger.Counted::entry)
                .filter(entry -> SelfReports.of(entry).isPresent())
                .toList();
        if (answered.isEmpty()) {
            return;
        }
        List<Label> labels = answered.stream()
                .flatMap(entry -> SelfReports.of(entry).stream())
                .toList();
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO self_report (site, simulated, unit, day, struggling, friction, senses)
                SELECT * FROM unnest(?::text[], ?::boolean[], ?::text[], ?::date[], ?::boolean[], ?::float8[], ?::jsonb[])
                """)) {
            new Columns(insert, connection)
                    .texts(answered, entry -> entry.visit().site())
                    .of("boolean", answered, entry -> entry.visit().simulated())
                    .texts(answered, visitors::id)
                    .texts(labels, label -> label.day().toString())
                    .of("boolean", labels, Label::struggling)
                    .of("float8", labels, Label::friction)
                    .texts(labels, label -> senses(label.senses()));
            insert.executeUpdate();
        }
    }

    private static String senses(Map<Sense, Double> senses) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        senses.forEach((sense, logOdds) -> node.put(sense.name(), logOdds));
        return node.toString();
    }

    private static Map<Sense, Double> senses(String json) {
        Map<Sense, Double> senses = new EnumMap<>(Sense.class);
        JsonPlace.parse(json)
                .fields()
                .map(JsonPlace::number)
                .forEach((name, logOdds) -> senses.put(Sense.valueOf(name), logOdds));
        return senses;
    }

    @Override
    public List<Label> labels(String site, boolean simulated) {
        return database.transaction(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT unit, day, struggling, friction, senses FROM self_report
                    WHERE site = ? AND simulated = ? ORDER BY day DESC, unit, friction, struggling LIMIT ?
                    """)) {
                select.setString(1, site);
                select.setBoolean(2, simulated);
                select.setInt(3, MOST);
                List<Label> labels = new ArrayList<>();
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        labels.add(new Label(
                                rows.getString(1),
                                rows.getObject(2, LocalDate.class),
                                rows.getBoolean(3),
                                rows.getDouble(4),
                                senses(rows.getString(5))));
                    }
                }
                labels.sort(Comparator.comparing(Label::day));
                return labels;
            }
        });
    }

    @Override
    public List<Version> versions(String site) {
        return database.transaction(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT number, made_at, made_by, candidate, verdict FROM learned WHERE site = ? ORDER BY number DESC")) {
                select.setString(1, site);
                List<Version> versions = new ArrayList<>();
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        versions.add(new Version(
                                rows.getInt(1),
                                rows.getTimestamp(2).toInstant(),
                                rows.getString(3),
                                AdjustmentJson.read(JsonPlace.parse(rows.getString(4))),
                                VerdictJson.read(JsonPlace.parse(rows.getString(5)))));
                    }
                }
                return versions;
            }
        });
    }

    @Override
    public void keep(String site, Version version) {
        int added = database.transaction(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("""
                    INSERT INTO learned (site, number, made_at, made_by, candidate, verdict)
                    VALUES (?, ?, ?, ?, ?::jsonb, ?::jsonb) ON CONFLICT DO NOTHING
                    """)) {
                insert.setString(1, site);
                insert.setInt(2, version.number());
                insert.setTimestamp(3, Timestamp.from(version.at()));
                insert.setString(4, version.by());
                insert.setString(5, AdjustmentJson.write(version.candidate()).toString());
                insert.setString(6, VerdictJson.write(version.verdict()).toString());
                return insert.executeUpdate();
            }
        });
        if (added == 0) {
            throw new IllegalStateException(site + " has a version " + version.number() + " already");
        }
    }
}

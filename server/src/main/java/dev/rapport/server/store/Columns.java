package dev.rapport.server.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/** Binds lists as arrays, one parameter after the other, for {@code unnest}: many rows in one round trip. */
final class Columns {
    private final PreparedStatement statement;
    private final Connection connection;
    private int next = 1;

    Columns(PreparedStatement statement, Connection connection) {
        this.statement = statement;
        this.connection = connection;
    }

    /** Binds one column of text. */
    <T> Columns texts(List<T> rows, Function<T, String> value) throws SQLException {
        return of("text", rows, value);
    }

    /** Binds one column of an SQL type. */
    <T> Columns of(String type, List<T> rows, Function<T, ?> value) throws SQLException {
        Object[] values = rows.stream().map(value).toArray();
        statement.setArray(next++, connection.createArrayOf(type, values));
        return this;
    }

    /** Binds one column of bytes. */
    Columns bytes(byte[][] values) throws SQLException {
        statement.setArray(next++, connection.createArrayOf("bytea", values));
        return this;
    }
}

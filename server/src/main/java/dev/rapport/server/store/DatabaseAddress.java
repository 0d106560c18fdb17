package dev.rapport.server.store;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Where a PostgreSQL database is.
 *
 * @param jdbcUrl {@code jdbc:postgresql://host:port/name}, without user or password where they are given apart
 * @param user null to take what {@code jdbcUrl} says
 * @param password null to take what {@code jdbcUrl} says
 */
record DatabaseAddress(
        String jdbcUrl, @Nullable String user, @Nullable String password) {
    /**
     * Reads {@code jdbc:postgresql://host:port/name?user=…} or {@code postgres://user:password@host:port/name}.
     *
     * @throws StoreException with one sentence when it is neither
     */
    static DatabaseAddress parse(String url) {
        if (url.startsWith("jdbc:postgresql:")) {
            return new DatabaseAddress(url, null, null);
        }
        if (!url.startsWith("postgres://") && !url.startsWith("postgresql://")) {
            throw new StoreException("database-url must start with jdbc:postgresql:// or postgres://");
        }
        URI uri;
        try {
            uri = URI.create(url);
        } catch (IllegalArgumentException e) {
            // The cause would print the address, password included.
            throw new StoreException("database-url is not an address; characters such as @ or / in a password must be"
                    + " written as %40 or %2F");
        }
        if (uri.getHost() == null) {
            throw new StoreException("database-url names no host; write postgres://user:password@host:5432/name");
        }
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        String jdbc = "jdbc:postgresql://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort())
                + (uri.getRawPath().isEmpty() ? "/" : uri.getRawPath()) + query;
        if (uri.getRawUserInfo() == null) {
            return new DatabaseAddress(jdbc, null, null);
        }
        String[] parts = uri.getRawUserInfo().split(":", 2);
        return new DatabaseAddress(jdbc, decoded(parts[0]), parts.length == 1 ? null : decoded(parts[1]));
    }

    /** The address without anything secret, for messages. */
    String shown() {
        int query = jdbcUrl.indexOf('?');
        return (query < 0 ? jdbcUrl : jdbcUrl.substring(0, query)).replaceFirst("//[^/@]*@", "//");
    }

    private static String decoded(String raw) {
        return URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return shown();
    }
}

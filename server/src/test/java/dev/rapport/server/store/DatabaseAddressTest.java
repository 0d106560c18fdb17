package dev.rapport.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DatabaseAddressTest {
    @Test
    void aJdbcAddressStaysAsItIs() {
        String url = "jdbc:postgresql://db:5433/rapport?user=ada&password=x&sslmode=require";

        assertEquals(new DatabaseAddress(url, null, null), DatabaseAddress.parse(url));
    }

    @Test
    void aPostgresAddressIsTakenApart() {
        assertEquals(
                new DatabaseAddress("jdbc:postgresql://db.example:5433/rapport?sslmode=require", "ada", "a@b+c"),
                DatabaseAddress.parse("postgres://ada:a%40b+c@db.example:5433/rapport?sslmode=require"));
    }

    @Test
    void portUserAndPasswordMayBeLeftOut() {
        assertEquals(
                new DatabaseAddress("jdbc:postgresql://db/rapport", null, null),
                DatabaseAddress.parse("postgresql://db/rapport"));
    }

    @Test
    void anotherDatabaseIsRefused() {
        assertEquals(
                "database-url must start with jdbc:postgresql:// or postgres://",
                Refusals.of(() -> DatabaseAddress.parse("jdbc:mysql://db/rapport")));
    }

    @Test
    void anAddressThatCannotBeReadIsRefusedWithoutItsPassword() {
        String said = Refusals.of(() -> DatabaseAddress.parse("postgres://ada:secret word@db/rapport"));

        assertFalse(said.contains("secret"), said);
        assertTrue(said.contains("%40"), said);
    }

    @Test
    void nothingSecretIsShown() {
        DatabaseAddress address = DatabaseAddress.parse("jdbc:postgresql://db/rapport?user=ada&password=secret");

        assertEquals("jdbc:postgresql://db/rapport", address.toString());
    }
}

package dev.rapport.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The settings' reader under damaged and hostile text: settings, or one exception that says where; never anything else. */
class SettingsJsonFuzzTest {
    private static final String DEMO =
            SettingsJson.write(DemoSettings.of(Set.of("https://shop.example"), Instant.parse("2026-03-01T10:00:00Z")));
    private static final String[] PIECES = {
        "{",
        "}",
        "[",
        "]",
        "\"",
        ",",
        ":",
        "null",
        "true",
        "-1",
        "1e999",
        "NaN",
        "\\u0000",
        "\"__proto__\":",
        "99999999999999999999",
        " "
    };

    /** Settings that come back equal, or the one exception with a word for the reader. */
    static void readOrRefused(String json) {
        try {
            SiteSettings read = SettingsJson.read(json);
            assertEquals(read, SettingsJson.read(SettingsJson.write(read)));
        } catch (InvalidSettingsException e) {
            assertFalse(String.valueOf(e.getMessage()).isBlank());
        }
    }

    @Property(tries = 1_500)
    void damagedSettings(@ForAll long seed) {
        Random random = new Random(seed);
        StringBuilder json = new StringBuilder(DEMO);
        for (int damage = random.nextInt(4); damage >= 0; damage--) {
            int at = random.nextInt(json.length());
            int to = Math.min(json.length(), at + random.nextInt(12));
            switch (random.nextInt(4)) {
                case 0 -> json.delete(at, to);
                case 1 -> json.insert(at, PIECES[random.nextInt(PIECES.length)]);
                case 2 -> json.replace(at, to, PIECES[random.nextInt(PIECES.length)]);
                default -> json.insert(random.nextInt(json.length()), json.substring(at, to));
            }
        }
        readOrRefused(json.toString());
    }

    @Property(tries = 500)
    void anyText(@ForAll String text) {
        readOrRefused(text);
    }

    @Example
    void endlessNestingIsRefused() {
        String deep = "[".repeat(200_000);

        assertThrows(InvalidSettingsException.class, () -> SettingsJson.read(deep));
        assertThrows(InvalidSettingsException.class, () -> SettingsJson.read("{\"hints\":" + deep));
    }
}

package dev.rapport.settings;

import java.nio.charset.StandardCharsets;

/** What {@code ./rapport fuzz} feeds: settings are read or refused, and nothing else. */
public final class FuzzedSettings {
    private FuzzedSettings() {}

    /** One input. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        SettingsJsonFuzzTest.readOrRefused(new String(bytes, StandardCharsets.UTF_8));
    }
}

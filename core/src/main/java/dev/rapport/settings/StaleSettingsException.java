package dev.rapport.settings;

import java.io.Serial;

/** Somebody else saved these settings first; read them again and repeat the change. */
public final class StaleSettingsException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** A save of {@code offered} where {@code expected} was due. */
    public StaleSettingsException(String site, long offered, long expected) {
        super("settings of site " + site + " were changed meanwhile: version " + offered + " offered, " + expected
                + " is next; load them again and repeat the change");
    }
}

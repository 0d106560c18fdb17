package dev.rapport.frame;

import java.util.Locale;

/**
 * Something the visitor or the site said outright. Order and meaning follow {@code frame-schema.json}; the ordinal is the
 * wire code.
 */
public enum EventKind {
    /** The hint became visible; value: 0. */
    HINT_SHOWN,
    /** The hint was not shown because the moment had passed; value: reason: 1 typing, 2 dragging, 3 hidden page, 4 anchor gone, 5 too late. */
    HINT_EXPIRED,
    /** The visitor closed the hint; value: 0. */
    HINT_DISMISSED,
    /** The visitor used an action of the hint; value: index of the action. */
    HINT_ACTED,
    /** Answer to 'did this help?'; value: 1 yes, 0 no. */
    HINT_HELPED,
    /** Answer to a one-question survey; value: index of the choice. */
    SURVEY_ANSWER,
    /** The visitor switched hints off; value: 0 for this visit, 1 for good. */
    MUTED,
    /** Rapport('convert', name, value); value: value in hundredths. */
    CONVERSION,
    /** The visitor said how it is going; value: 1 struggling, 0 fine. */
    SELF_REPORT,
    /** The hint handed the visitor over to the site's chat; value: 0. */
    HANDOFF;

    /** The word in the schema file, settings, tables and the console. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

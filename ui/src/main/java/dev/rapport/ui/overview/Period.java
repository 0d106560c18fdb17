package dev.rapport.ui.overview;

import java.time.Duration;
import java.util.Optional;

/** The stretches of time that the overview offers. */
enum Period {
    HOUR("1h", "Last hour", Duration.ofHours(1), 60),
    DAY("24h", "Last 24 hours", Duration.ofHours(24), 48),
    WEEK("7d", "Last 7 days", Duration.ofDays(7), 84);

    private final String word;
    private final String label;
    private final Duration length;
    private final int points;

    Period(String word, String label, Duration length, int points) {
        this.word = word;
        this.label = label;
        this.length = length;
        this.points = points;
    }

    static Optional<Period> of(String word) {
        for (Period period : values()) {
            if (period.word.equals(word)) {
                return Optional.of(period);
            }
        }
        return Optional.empty();
    }

    /** As in the address. */
    String word() {
        return word;
    }

    String label() {
        return label;
    }

    Duration length() {
        return length;
    }

    /** Steps of its chart. */
    int points() {
        return points;
    }
}

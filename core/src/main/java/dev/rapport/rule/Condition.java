package dev.rapport.rule;

import dev.rapport.frame.SignalKind;
import dev.rapport.session.Device;
import java.util.List;
import java.util.Set;

/** When a response rule applies. Pure data; evaluation is in {@link Situation}. */
public sealed interface Condition {
    /**
     * The score is known and at least this high and certain.
     *
     * @param probability 0 to 1
     * @param certainty 0 to 1
     */
    record ScoreAtLeast(double probability, double certainty) implements Condition {}

    /**
     * At least {@code count} signals of a kind within the last {@code seconds}.
     *
     * @param kind which signal
     * @param count 1 to 20
     * @param seconds 1 to 60
     */
    record SignalSeen(SignalKind kind, int count, int seconds) implements Condition {}

    /**
     * The page path matches.
     *
     * @param glob {@code *} for any characters but a slash, {@code **} for any characters
     */
    record PageMatches(String glob) implements Condition {}

    /**
     * The element of a signal in the last 10 s matches.
     *
     * @param glob as in {@link PageMatches}, over element references
     */
    record ElementMatches(String glob) implements Condition {}

    /**
     * The visitor points in one of these ways.
     *
     * @param devices not empty
     */
    record DeviceIs(Set<Device> devices) implements Condition {
        public DeviceIs {
            devices = Set.copyOf(devices);
        }
    }

    /**
     * The page's language is one of these, or a regional form of one.
     *
     * @param languages lower-case tags, not empty
     */
    record LanguageIs(Set<String> languages) implements Condition {
        public LanguageIs {
            languages = Set.copyOf(languages);
        }
    }

    /**
     * The visitor has been here on an earlier day, or has not.
     *
     * @param returning which of the two
     */
    record VisitorIs(boolean returning) implements Condition {}

    /**
     * All of these.
     *
     * @param conditions at least one
     */
    record All(List<Condition> conditions) implements Condition {
        public All {
            conditions = List.copyOf(conditions);
        }
    }

    /**
     * At least one of these.
     *
     * @param conditions at least one
     */
    record Any(List<Condition> conditions) implements Condition {
        public Any {
            conditions = List.copyOf(conditions);
        }
    }

    /**
     * Not this.
     *
     * @param condition what must not hold
     */
    record Not(Condition condition) implements Condition {}
}

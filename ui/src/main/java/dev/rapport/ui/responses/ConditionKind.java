package dev.rapport.ui.responses;

import dev.rapport.frame.SignalKind;
import dev.rapport.rule.Condition;
import dev.rapport.session.Device;
import java.util.Set;

/** The simple conditions that the builder offers. */
enum ConditionKind {
    SIGNAL("A signal was seen"),
    SCORE("The score is at least"),
    PAGE("The page is"),
    ELEMENT("The element is"),
    DEVICE("The device is"),
    LANGUAGE("The language is"),
    VISITOR("The visitor is");

    private final String label;

    ConditionKind(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** What a new condition of this kind starts with. */
    Condition start() {
        return switch (this) {
            case SIGNAL -> new Condition.SignalSeen(SignalKind.RAGE_CLICK, 1, 10);
            case SCORE -> new Condition.ScoreAtLeast(0.93, 0.5);
            case PAGE -> new Condition.PageMatches("/checkout**");
            case ELEMENT -> new Condition.ElementMatches("#");
            case DEVICE -> new Condition.DeviceIs(Set.of(Device.TOUCH));
            case LANGUAGE -> new Condition.LanguageIs(Set.of("en"));
            case VISITOR -> new Condition.VisitorIs(false);
        };
    }
}

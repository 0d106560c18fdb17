package dev.rapport.ui.wording;

import dev.rapport.hint.Action;
import dev.rapport.hint.HintIntent;
import dev.rapport.hint.HintKind;
import dev.rapport.rule.Condition;
import dev.rapport.session.Device;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Plain words for rules and hints. */
public final class ResponseWords {
    private ResponseWords() {}

    /** A hint's form. */
    public static String kind(HintKind kind) {
        return switch (kind) {
            case CALLOUT -> "Callout";
            case HOTSPOT -> "Hotspot";
            case TOAST -> "Toast";
            case BANNER -> "Banner";
            case INLINE -> "Inline help";
            case STEP -> "Checklist";
            case DIALOG -> "Dialog";
            case SURVEY -> "Survey";
            case CHAT -> "Chat offer";
            case VERB -> "Page verb";
        };
    }

    /** What a hint's form looks like. */
    public static String looks(HintKind kind) {
        return switch (kind) {
            case CALLOUT -> "a bubble beside the element that gave trouble";
            case HOTSPOT -> "a dot at the element that opens a bubble when pressed";
            case TOAST -> "a short note in a corner";
            case BANNER -> "a strip at the top of the page";
            case INLINE -> "a sentence below the element, in the page's flow";
            case STEP -> "a list of steps to tick off";
            case DIALOG -> "a window over the page; never a visit's first hint";
            case SURVEY -> "one question with a few choices";
            case CHAT -> "an offer to talk to a person";
            case VERB -> "no picture: the page adapts itself";
        };
    }

    /** What a hint is for. */
    public static String intent(HintIntent intent) {
        return switch (intent) {
            case EXPLAIN -> "Explain";
            case UNDO -> "Offer a way back";
            case SIMPLIFY -> "Make the task smaller";
            case SHORTCUT -> "Point to help or a shorter way";
            case HUMAN -> "Offer a person";
            case SAVE_PROGRESS -> "Keep what was entered";
            case SLOW_DOWN -> "Take time pressure away";
            case ASK -> "Ask how it went";
        };
    }

    /** What a hint's button does. */
    public static String action(Action action) {
        return switch (action) {
            case Action.Close close -> "closes the hint";
            case Action.Link link -> "goes to " + link.href();
            case Action.HandOff handOff -> "hands over to the site's chat";
            case Action.Verb verb -> "lets the page " + verb.name();
        };
    }

    /** How a visitor points. */
    public static String device(Device device) {
        return switch (device) {
            case MOUSE -> "Mouse";
            case TOUCH -> "Touch";
            case KEYBOARD -> "Keyboard";
        };
    }

    /** A condition as one clause that follows "when". */
    public static String condition(Condition condition, Numbers numbers) {
        return switch (condition) {
            case Condition.ScoreAtLeast score ->
                "the score is at least " + numbers.percent(score.probability()) + ", certainty at least "
                        + numbers.percent(score.certainty());
            case Condition.SignalSeen seen ->
                SignalWords.name(seen.kind()).toLowerCase(numbers.locale()) + ": " + seen.count() + " or more in "
                        + seen.seconds() + " s";
            case Condition.PageMatches page -> "the page is " + page.glob();
            case Condition.ElementMatches element -> "the element is " + element.glob();
            case Condition.DeviceIs device -> "the device is " + devices(device.devices());
            case Condition.LanguageIs language ->
                "the language is " + language.languages().stream().sorted().collect(Collectors.joining(" or "));
            case Condition.VisitorIs visitor -> visitor.returning() ? "the visitor came back" : "the visitor is new";
            case Condition.All all -> joined(all.conditions(), " and ", numbers);
            case Condition.Any any -> joined(any.conditions(), " or ", numbers);
            case Condition.Not not -> "not (" + condition(not.condition(), numbers) + ")";
        };
    }

    private static String joined(List<Condition> conditions, String word, Numbers numbers) {
        if (conditions.isEmpty()) {
            return "nothing is set yet";
        }
        return conditions.stream()
                .map(part -> group(part) ? "(" + condition(part, numbers) + ")" : condition(part, numbers))
                .collect(Collectors.joining(word));
    }

    private static boolean group(Condition condition) {
        return condition instanceof Condition.All || condition instanceof Condition.Any;
    }

    private static String devices(Set<Device> devices) {
        return devices.stream()
                .sorted()
                .map(device -> device(device).toLowerCase(java.util.Locale.ROOT))
                .collect(Collectors.joining(" or "));
    }
}

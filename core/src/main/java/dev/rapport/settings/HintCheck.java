package dev.rapport.settings;

import dev.rapport.hint.Action;
import dev.rapport.hint.Anchor;
import dev.rapport.hint.Hint;
import dev.rapport.hint.HintKind;
import dev.rapport.hint.HintText;
import java.net.URI;
import java.net.URISyntaxException;

/** Checks one hint: its id, anchor, action and texts. */
final class HintCheck {
    private static final int MOST_LANGUAGES = 50;

    private HintCheck() {}

    static void check(String path, Hint hint, String defaultLanguage, Problems problems) {
        problems.kebab(path + ".id", hint.id(), 60);
        problems.text(path + ".name", hint.name(), 1, 80);
        switch (hint.anchor()) {
            case Anchor.Selector selector -> PatternCheck.selector(path + ".anchor.css", selector.css(), problems);
            case Anchor.TroubledElement element -> {}
            case Anchor.Page page -> {}
        }
        action(path, hint, problems);
        problems.unless(
                hint.texts().containsKey(defaultLanguage),
                path + ".texts." + defaultLanguage,
                "is missing; every hint has a text in the site's default language");
        problems.atMost(path + ".texts", hint.texts().keySet(), MOST_LANGUAGES);
        hint.texts().keySet().stream().sorted().forEach(language -> {
            String at = path + ".texts." + Problems.shortened(language);
            problems.unless(Languages.isTag(language), at, "is not a lower-case language tag such as en or de-at");
            HintText text = hint.texts().get(language);
            if (text != null) {
                text(at, hint, text, problems);
                HintTextLint.check(at, language, text, problems);
            }
        });
    }

    private static void action(String path, Hint hint, Problems problems) {
        switch (hint.action()) {
            case Action.Link link ->
                problems.unless(
                        isSafe(link.href()),
                        path + ".action.href",
                        "must be a path that starts with one / or an https:// address");
            case Action.Verb verb -> problems.kebab(path + ".action.name", verb.name(), 40);
            case Action.HandOff handOff -> {}
            case Action.Close close -> {}
        }
        problems.unless(
                hint.kind() != HintKind.VERB || hint.action() instanceof Action.Verb,
                path + ".action",
                "a hint of kind verb needs the action verb");
        problems.unless(
                hint.kind() != HintKind.HOTSPOT || !(hint.anchor() instanceof Anchor.Page),
                path + ".anchor",
                "a hotspot needs an element to stand at");
        problems.unless(
                hint.kind() != HintKind.CHAT || hint.action() instanceof Action.HandOff,
                path + ".action",
                "a hint of kind chat needs the action handoff");
    }

    private static void text(String path, Hint hint, HintText text, Problems problems) {
        problems.text(path + ".title", text.title(), 0, 80);
        problems.text(path + ".body", text.body(), hint.kind() == HintKind.VERB ? 0 : 1, 400);
        problems.text(path + ".action", text.action(), 0, 40);
        boolean listed = hint.kind() == HintKind.SURVEY || hint.kind() == HintKind.STEP;
        boolean quiet = hint.kind() == HintKind.VERB || listed;
        problems.unless(
                quiet || hint.action() instanceof Action.Close || !text.action().isBlank(),
                path + ".action",
                "is empty; the button needs a label");
        int choices = text.choices().size();
        if (listed) {
            String what = hint.kind() == HintKind.SURVEY ? "a survey" : "a checklist";
            problems.unless(choices >= 2 && choices <= 6, path + ".choices", what + " has 2 to 6, not " + choices);
        } else {
            problems.unless(choices == 0, path + ".choices", "only a survey or a checklist has choices");
        }
        for (int i = 0; i < choices; i++) {
            problems.text(path + ".choices[" + i + "]", text.choices().get(i), 1, 60);
        }
    }

    private static boolean isSafe(String href) {
        boolean local = href.startsWith("/") && !href.startsWith("//");
        if (href.length() > 500 || href.indexOf('\\') >= 0 || !(local || href.startsWith("https://"))) {
            return false;
        }
        try {
            URI uri = new URI(href);
            return local || (uri.getHost() != null && uri.getUserInfo() == null);
        } catch (URISyntaxException e) {
            return false;
        }
    }
}

package dev.rapport.settings;

import dev.rapport.rule.Condition;
import dev.rapport.rule.ResponseRule;
import java.util.List;
import java.util.Set;

/** Checks one response rule and its condition. */
final class RuleCheck {
    private static final int DEEPEST = 6;
    private static final int MOST_PARTS = 20;

    private RuleCheck() {}

    static void check(String path, ResponseRule rule, Set<String> hints, Problems problems) {
        problems.kebab(path + ".id", rule.id(), 60);
        problems.text(path + ".name", rule.name(), 1, 80);
        problems.range(path + ".priority", rule.priority(), -1000, 1000);
        problems.range(path + ".heldForSeconds", rule.heldForSeconds(), 0, 60);
        problems.unless(
                hints.contains(rule.hint()), path + ".hint", "no such hint: '" + Problems.shortened(rule.hint()) + "'");
        condition(path + ".when", rule.when(), 1, problems);
    }

    private static void condition(String path, Condition condition, int depth, Problems problems) {
        if (depth > DEEPEST) {
            problems.add(path, "is nested more than " + DEEPEST + " deep");
            return;
        }
        switch (condition) {
            case Condition.ScoreAtLeast score -> {
                problems.range(path + ".probability", score.probability(), 0, 1);
                problems.range(path + ".certainty", score.certainty(), 0, 1);
            }
            case Condition.SignalSeen signal -> {
                problems.range(path + ".count", signal.count(), 1, 20);
                problems.range(path + ".seconds", signal.seconds(), 1, 60);
            }
            case Condition.PageMatches page -> PatternCheck.pageGlob(path + ".glob", page.glob(), problems);
            case Condition.ElementMatches element -> PatternCheck.glob(path + ".glob", element.glob(), problems);
            case Condition.DeviceIs device ->
                problems.unless(!device.devices().isEmpty(), path + ".devices", "names no device");
            case Condition.LanguageIs language -> languages(path + ".languages", language.languages(), problems);
            case Condition.VisitorIs visitor -> {}
            case Condition.All all -> parts(path, all.conditions(), depth, problems);
            case Condition.Any any -> parts(path, any.conditions(), depth, problems);
            case Condition.Not not -> condition(path + ".condition", not.condition(), depth + 1, problems);
        }
    }

    private static void parts(String path, List<Condition> conditions, int depth, Problems problems) {
        problems.unless(!conditions.isEmpty(), path + ".conditions", "needs at least one condition");
        problems.atMost(path + ".conditions", conditions, MOST_PARTS);
        for (int i = 0; i < conditions.size(); i++) {
            condition(path + ".conditions[" + i + "]", conditions.get(i), depth + 1, problems);
        }
    }

    private static void languages(String path, Set<String> languages, Problems problems) {
        problems.unless(!languages.isEmpty(), path, "names no language");
        languages.stream()
                .sorted()
                .filter(tag -> !Languages.isTag(tag))
                .forEach(tag -> problems.add(
                        path,
                        "'" + Problems.shortened(tag) + "' is not a lower-case language tag such as en or de-at"));
    }
}

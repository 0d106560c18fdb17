package dev.rapport.rule;

import dev.rapport.feature.Window;
import dev.rapport.scoring.Score;
import dev.rapport.session.Visit;

/**
 * The moment that conditions are about.
 *
 * @param visit whose
 * @param page path template
 * @param window recent frames
 * @param score newest estimate
 */
public record Situation(Visit visit, String page, Window window, Score score) {
    private static final int ELEMENT_SECONDS = 10;

    /** True when the condition holds now. */
    public boolean meets(Condition condition) {
        return switch (condition) {
            case Condition.ScoreAtLeast c ->
                score instanceof Score.Known known
                        && known.probability() >= c.probability()
                        && known.certainty() >= c.certainty();
            case Condition.SignalSeen c -> window.signals(c.kind(), c.seconds()) >= c.count();
            case Condition.PageMatches c -> Glob.matches(c.glob(), page);
            case Condition.ElementMatches c -> elementMatches(c.glob());
            case Condition.DeviceIs c -> c.devices().contains(visit.device());
            case Condition.LanguageIs c ->
                c.languages().stream()
                        .anyMatch(tag ->
                                visit.language().equals(tag) || visit.language().startsWith(tag + "-"));
            case Condition.VisitorIs c -> c.returning() == visit.returning();
            case Condition.All c -> c.conditions().stream().allMatch(this::meets);
            case Condition.Any c -> c.conditions().stream().anyMatch(this::meets);
            case Condition.Not c -> !meets(c.condition());
        };
    }

    private boolean elementMatches(String glob) {
        boolean[] found = {false};
        window.forEachSignal(
                ELEMENT_SECONDS, (kind, element, age) -> found[0] = found[0] || Glob.matches(glob, element));
        return found[0];
    }
}

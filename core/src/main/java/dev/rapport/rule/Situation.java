package dev.rapport.rule;

import dev.rapport.feature.Window;
import dev.rapport.scoring.Score;
import dev.rapport.session.Visit;
import java.util.List;
import java.util.Set;

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
            case Condition.LanguageIs c -> speaks(c.languages());
            case Condition.VisitorIs c -> c.returning() == visit.returning();
            case Condition.All c -> all(c.conditions());
            case Condition.Any c -> any(c.conditions());
            case Condition.Not c -> !meets(c.condition());
        };
    }

    // Plain loops: every frame of every visit comes through here.

    private boolean all(List<Condition> conditions) {
        for (int i = 0; i < conditions.size(); i++) {
            if (!meets(conditions.get(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean any(List<Condition> conditions) {
        for (int i = 0; i < conditions.size(); i++) {
            if (meets(conditions.get(i))) {
                return true;
            }
        }
        return false;
    }

    private boolean speaks(Set<String> tags) {
        String language = visit.language();
        for (String tag : tags) {
            boolean regional = language.length() > tag.length() && language.charAt(tag.length()) == '-';
            if (language.startsWith(tag) && (regional || language.length() == tag.length())) {
                return true;
            }
        }
        return false;
    }

    private boolean elementMatches(String glob) {
        boolean[] found = {false};
        window.forEachSignal(
                ELEMENT_SECONDS, (kind, element, magnitude, age) -> found[0] = found[0] || Glob.matches(glob, element));
        return found[0];
    }
}

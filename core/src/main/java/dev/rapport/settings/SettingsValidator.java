package dev.rapport.settings;

import dev.rapport.experiment.Experiment;
import dev.rapport.frame.Channel;
import dev.rapport.hint.Hint;
import dev.rapport.hint.HintKind;
import dev.rapport.pacing.Pacing;
import dev.rapport.privacy.Ground;
import dev.rapport.privacy.Jurisdiction;
import dev.rapport.privacy.PrivacyPolicy;
import dev.rapport.privacy.Ruling;
import dev.rapport.rule.ResponseRule;
import dev.rapport.settings.InvalidSettingsException.Problem;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Says everything that is wrong with site settings, each problem with its path in the names of the records. */
public final class SettingsValidator {
    /** Most rules, hints and experiments a site may have, each. */
    public static final int LIMIT = 200;

    private static final int MOST_ORIGINS = 100;
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{8,64}");

    private SettingsValidator() {}

    /** Every problem in the order of the settings; empty when there is none. */
    public static List<Problem> problems(SiteSettings settings) {
        Problems problems = new Problems();
        problems.kebab("site", settings.site(), 60);
        problems.unless(settings.version() >= 1, "version", "starts at 1");
        problems.text("name", settings.name(), 1, 80);
        problems.unless(
                KEY.matcher(settings.siteKey()).matches(), "siteKey", "must be 8 to 64 characters of A-Z a-z 0-9 _ -");
        problems.atMost("origins", settings.origins(), MOST_ORIGINS);
        settings.origins().stream().sorted().forEach(origin -> OriginCheck.check(origin, problems));
        problems.unless(
                Languages.isTag(settings.defaultLanguage()),
                "defaultLanguage",
                "must be a lower-case language tag such as en or de-at");
        privacy(settings.privacy(), problems);
        pacing(settings.pacing(), problems);
        problems.range("holdout", settings.holdout(), 0, 0.5);
        lists(settings, problems);
        return problems.found();
    }

    /**
     * Refuses settings with a problem.
     *
     * @throws InvalidSettingsException with all of them
     */
    public static void requireValid(SiteSettings settings) {
        List<Problem> problems = problems(settings);
        if (!problems.isEmpty()) {
            throw new InvalidSettingsException(problems);
        }
    }

    private static void lists(SiteSettings settings, Problems problems) {
        problems.atMost("hints", settings.hints(), LIMIT);
        problems.unique("hints", settings.hints().stream().map(Hint::id).toList(), "id");
        for (int i = 0; i < settings.hints().size(); i++) {
            HintCheck.check("hints[" + i + "]", settings.hints().get(i), settings.defaultLanguage(), problems);
        }
        Set<String> hints = settings.hints().stream().map(Hint::id).collect(Collectors.toSet());
        problems.atMost("rules", settings.rules(), LIMIT);
        problems.unique("rules", settings.rules().stream().map(ResponseRule::id).toList(), "id");
        for (int i = 0; i < settings.rules().size(); i++) {
            RuleCheck.check("rules[" + i + "]", settings.rules().get(i), hints, problems);
        }
        problems.atMost("experiments", settings.experiments(), LIMIT);
        problems.unique(
                "experiments",
                settings.experiments().stream().map(Experiment::id).toList(),
                "id");
        Set<String> dialogs = settings.hints().stream()
                .filter(hint -> hint.kind() == HintKind.DIALOG)
                .map(Hint::id)
                .collect(Collectors.toSet());
        ExperimentCheck.check(settings.experiments(), hints, dialogs, settings.privacy(), problems);
    }

    private static void privacy(PrivacyPolicy privacy, Problems problems) {
        problems.unless(
                privacy.jurisdictions().size() == 1 || !privacy.jurisdictions().contains(Jurisdiction.UNSTATED),
                "privacy.jurisdictions",
                "is either unstated or a list of places, not both");
        for (Channel channel : EnumSet.allOf(Channel.class)) {
            if (privacy.channels().contains(channel)
                    && privacy.ruling(channel) instanceof Ruling.Refused(Ground ground)) {
                problems.add(
                        "privacy.channels", channel.word() + " may not be used here; switch it off. " + ground.plain());
            }
        }
    }

    private static void pacing(Pacing pacing, Problems problems) {
        problems.range("pacing.perSession", pacing.perSession(), 0, 20);
        problems.range("pacing.perHint", pacing.perHint(), 1, 20);
        problems.range("pacing.coolDownSeconds", pacing.coolDownSeconds(), 0, 3600);
    }
}

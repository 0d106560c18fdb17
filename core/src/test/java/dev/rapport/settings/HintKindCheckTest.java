package dev.rapport.settings;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapport.experiment.Experiment;
import dev.rapport.hint.Action;
import dev.rapport.hint.Anchor;
import dev.rapport.hint.Hint;
import dev.rapport.hint.HintKind;
import dev.rapport.hint.HintText;
import dev.rapport.settings.InvalidSettingsException.Problem;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the checklist, the hotspot and the dialog each need. */
class HintKindCheckTest {
    private final SiteSettings site = SampleSettings.site("shop");

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7})
    void aChecklistHasTwoToSixSteps(int steps) {
        Hint list = like(
                site.hints().get(1),
                HintKind.STEP,
                new Anchor.Page(),
                new HintText("", "Three things", "", Collections.nCopies(steps, "One")));

        assertPath("hints[1].texts.en.choices", SampleSettings.withHints(site, second(list)));
    }

    @Test
    void aHotspotStandsAtAnElement() {
        Hint spot =
                like(site.hints().get(1), HintKind.HOTSPOT, new Anchor.Page(), new HintText("", "Here", "", List.of()));

        assertPath("hints[1].anchor", SampleSettings.withHints(site, second(spot)));
    }

    @Test
    void aDialogMayStandInForNoGentlerHint() {
        Hint dialog =
                like(site.hints().get(1), HintKind.DIALOG, new Anchor.Page(), new HintText("", "Stop", "", List.of()));
        Experiment experiment = new Experiment(
                "dialog",
                "Dialog",
                "",
                site.hints().get(0).id(),
                "dialog",
                1,
                List.of(
                        new Experiment.Variation("control", "Nothing", 0.5, null),
                        new Experiment.Variation("dialog", "Dialog", 0.5, dialog.id())),
                "",
                Experiment.Status.DRAFT,
                null);

        assertPath(
                "experiments[0].variations[1].hint",
                SampleSettings.withExperiments(SampleSettings.withHints(site, second(dialog)), List.of(experiment)));
    }

    private List<Hint> second(Hint hint) {
        return List.of(site.hints().get(0), hint, site.hints().get(2));
    }

    private static Hint like(Hint hint, HintKind kind, Anchor anchor, HintText text) {
        return new Hint(hint.id(), hint.name(), kind, hint.intent(), anchor, new Action.Close(), Map.of("en", text));
    }

    private static void assertPath(String path, SiteSettings settings) {
        List<Problem> problems = SettingsValidator.problems(settings);
        assertTrue(problems.stream().anyMatch(p -> p.path().equals(path)), problems.toString());
    }
}

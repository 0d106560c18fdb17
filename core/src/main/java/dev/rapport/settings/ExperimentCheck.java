package dev.rapport.settings;

import dev.rapport.experiment.Assignment;
import dev.rapport.experiment.Experiment;
import dev.rapport.experiment.Experiment.Status;
import dev.rapport.experiment.Experiment.Variation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks experiments, alone and against each other. */
final class ExperimentCheck {
    private static final int MOST_VARIATIONS = 20;

    private ExperimentCheck() {}

    /**
     * Adds what is wrong.
     *
     * @param hints ids of all hints
     * @param dialogs ids of those that are dialogs
     */
    static void check(List<Experiment> experiments, Set<String> hints, Set<String> dialogs, Problems problems) {
        Map<String, String> runningByHint = new HashMap<>();
        for (int i = 0; i < experiments.size(); i++) {
            Experiment experiment = experiments.get(i);
            String path = "experiments[" + i + "]";
            one(path, experiment, hints, problems);
            if (experiment.status() != Status.STOPPED && !dialogs.contains(experiment.hint())) {
                gentle(path + ".variations", experiment.variations(), dialogs, problems);
            }
            if (experiment.status() == Status.RUNNING) {
                String other = runningByHint.putIfAbsent(experiment.hint(), experiment.id());
                problems.unless(
                        other == null,
                        path + ".status",
                        "experiment " + other + " already runs on this hint; stop it or pause one of the two");
            }
        }
    }

    private static void one(String path, Experiment experiment, Set<String> hints, Problems problems) {
        problems.kebab(path + ".id", experiment.id(), 60);
        problems.unless(
                !experiment.id().equals(Assignment.HOLDOUT), path + ".id", "'holdout' is kept for the site's holdout");
        problems.text(path + ".name", experiment.name(), 1, 80);
        problems.text(path + ".hypothesis", experiment.hypothesis(), 0, 1000);
        problems.text(path + ".seed", experiment.seed(), 0, 96);
        problems.range(path + ".coverage", experiment.coverage(), 0, 1);
        problems.text(path + ".goal", experiment.goal(), 0, 96);
        problems.unless(
                experiment.status() == Status.DRAFT || experiment.startedAt() != null,
                path + ".startedAt",
                "is missing; every experiment but a draft has started");
        boolean refers = experiment.status() != Status.STOPPED;
        problems.unless(
                !refers || hints.contains(experiment.hint()),
                path + ".hint",
                "no such hint: '" + Problems.shortened(experiment.hint()) + "'");
        variations(path + ".variations", experiment.variations(), refers, hints, problems);
    }

    private static void gentle(String path, List<Variation> variations, Set<String> dialogs, Problems problems) {
        for (int i = 0; i < variations.size(); i++) {
            String hint = variations.get(i).hint();
            problems.unless(
                    hint == null || !dialogs.contains(hint),
                    path + "[" + i + "].hint",
                    "is a dialog in place of a gentler hint; a dialog is never a visit's first response");
        }
    }

    private static void variations(
            String path, List<Variation> variations, boolean refers, Set<String> hints, Problems problems) {
        problems.unless(variations.size() >= 2, path, "needs at least two");
        problems.atMost(path, variations, MOST_VARIATIONS);
        problems.unique(path, variations.stream().map(Variation::key).toList(), "key");
        double sum = 0;
        int controls = 0;
        for (int i = 0; i < variations.size(); i++) {
            Variation variation = variations.get(i);
            String at = path + "[" + i + "]";
            problems.kebab(at + ".key", variation.key(), 60);
            problems.text(at + ".name", variation.name(), 1, 80);
            problems.range(at + ".weight", variation.weight(), 0, 1);
            sum += variation.weight();
            controls += variation.control() ? 1 : 0;
            String hint = variation.hint();
            problems.unless(
                    hint == null || !refers || hints.contains(hint),
                    at + ".hint",
                    "no such hint: '" + Problems.shortened(hint == null ? "" : hint) + "'");
        }
        problems.unless(controls == 1, path, "exactly one must be control (without a hint), " + controls + " are");
        problems.unless(Math.abs(sum - 1) <= 0.01 + 1e-9, path, "weights add up to " + sum + ", not 1");
    }
}

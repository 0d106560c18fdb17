package dev.rapport.models.command;

import dev.rapport.models.affect.StrangePeople;
import dev.rapport.models.affect.Study;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** {@code evaluate affect}: what typing, pointer and heart say of self-reported feeling, on people the model does not know. */
final class AffectCommand {
    static final String USAGE = """
            Usage: rapport evaluate affect [--data DIR] [--shuffles N] [--out DIR]
              --data      folder with swell_kw and freihaut_keyboard_field2022 (RAPPORT_DATASETS)
              --shuffles  for the permutation p-values (200)
            """;

    private static final List<String> HANDS = List.of(
            "SnMouseAct",
            "SnLeftClicked",
            "SnDoubleClicked",
            "SnWheel",
            "SnDragged",
            "SnMouseDistance",
            "SnKeyStrokes",
            "SnChars",
            "SnSpecialKeys",
            "SnDirectionKeys",
            "SnErrorKeys",
            "SnSpaces",
            "SnTabfocusChange");
    private static final List<String> RHYTHM = List.of(
            "type_time",
            "corr_ev",
            "dwelltime_mean",
            "dwelltime_sd",
            "latency_mean",
            "latency_sd",
            "down_down_mean",
            "down_down_sd");

    private AffectCommand() {}

    static int run(List<String> args, PrintStream out) throws IOException {
        Flags flags = new Flags(args, Set.of("data", "shuffles", "out"));
        Path data = Datasets.folder(flags);
        int shuffles = flags.number("shuffles", 200, 1, 10_000);
        Path swell = data.resolve("swell_kw").resolve("behavioral_features_per_minute.csv");
        Path field = data.resolve("freihaut_keyboard_field2022").resolve("Keyboard_Features.csv");
        Study.Columns hands = new Study.Columns("PP", List.of("Blok"), "Frustration", HANDS);
        Study.Columns heart = new Study.Columns("PP", List.of("Blok"), "Frustration", List.of("HR", "RMSSD"));
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "## Feeling%n%nPrinted by `./rapport evaluate affect --shuffles %d`. One person left out at a time, features relative to"
                        + " the person's own mean and spread, ridge logistic regression; AUC 0.5 is a coin. p: share of shuffled labels"
                        + " that do as well (leaving one person out pushes the AUC of no signal below 0.5, so p is what counts). The"
                        + " data are for research only, and nothing learned from them ships.%n%n"
                        + "| data | what is told | rows | people | AUC | p |%n| --- | --- | --- | --- | --- | --- |%n",
                shuffles));
        line(
                text,
                "SWELL-KW, mouse and keyboard",
                "frustration above 3 of 10",
                Study.read(swell, hands, (r, own) -> r > 3),
                shuffles,
                false);
        line(
                text,
                "SWELL-KW, mouse and keyboard",
                "frustration above own mean",
                Study.read(swell, hands, (r, own) -> r > own),
                shuffles,
                true);
        line(
                text,
                "SWELL-KW, heart",
                "frustration above own mean",
                Study.read(swell, heart, (r, own) -> r > own),
                shuffles,
                true);
        line(
                text,
                "keyboard field study, rhythm",
                "valence below own mean",
                Study.read(field, new Study.Columns("ID", List.of("time"), "valence", RHYTHM), (r, own) -> r < own),
                shuffles,
                true);
        line(
                text,
                "keyboard field study, rhythm",
                "arousal above own mean",
                Study.read(field, new Study.Columns("ID", List.of("time"), "arousal", RHYTHM), (r, own) -> r > own),
                shuffles,
                true);
        out.println(text);
        Section.put(flags.path("out", "models").resolve("EVALUATION.md"), text.toString());
        return 0;
    }

    private static void line(StringBuilder text, String data, String what, Study study, int shuffles, boolean within) {
        StrangePeople told = StrangePeople.of(study, shuffles, within);
        text.append(String.format(
                Locale.ROOT,
                "| %s | %s | %d | %d | %.3f | %.3f |%n",
                data,
                what,
                study.rows().length,
                study.persons(),
                told.auc(),
                told.p()));
    }
}

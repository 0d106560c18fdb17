package dev.rapport.models.text;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** {@code train text} and {@code evaluate text}. */
public final class TextCommands {
    private static final String TRAIN = """
            Usage: rapport train text --data DIR [--out DIR] [--commit HASH]
              --data    the GoEmotions folder: train.tsv, dev.tsv, labels.txt
              --out     models/src/main/resources/dev/rapport/models/text
              --commit  what the model's file shall say of the code it came from
            """;
    /** How {@code evaluate text} is used. */
    public static final String EVALUATE = """
            Usage: rapport evaluate text --data FILE.tsv
                   rapport evaluate text --goemotions DIR [--out FILE.md]
              --data        text, tab, 1 where it is frustration-like and 0 where not; one a line
              --goemotions  the GoEmotions folder; its test split is scored
              --out         also writes the figures as Markdown
            """;

    private static final String STANDARD = "models/src/main/resources/dev/rapport/models/text";

    private TextCommands() {}

    /** Runs {@code train text}; 0 = done, 1 = failed, 2 = wrong usage. */
    public static int train(List<String> args, PrintStream out, PrintStream err) {
        Map<String, String> flags = flags(args, Set.of("--data", "--out", "--commit"));
        String data = flags.get("--data");
        if (data == null) {
            err.print(TRAIN);
            return 2;
        }
        try {
            Path folder = Path.of(data);
            List<String> categories = TextExample.categories(folder);
            List<TextExample> training = TextExample.goEmotions(folder.resolve("train.tsv"), categories);
            List<TextExample> development = TextExample.goEmotions(folder.resolve("dev.tsv"), categories);
            TextTable table = TextTrainer.train(training, development, categories.size());
            byte[] tableFile = table.bytes();
            Map<String, String> provenance = new HashMap<>();
            provenance.put(TextModel.TABLE_HASH, TextModel.hash(tableFile));
            provenance.put(TextModel.THRESHOLD, String.valueOf(TextTrainer.threshold(table, development)));
            provenance.put("rapport.data", "GoEmotions (Demszky et al., ACL 2020), CC BY 4.0");
            provenance.put("rapport.data-hash", TextModel.hash(Files.readAllBytes(folder.resolve("train.tsv"))));
            provenance.put("rapport.commit", flags.getOrDefault("--commit", "unstated"));
            byte[] graphFile = TextOnnx.toBytes(table, provenance);
            Path target = Path.of(flags.getOrDefault("--out", STANDARD));
            Files.createDirectories(target);
            Files.write(target.resolve("text-table.bin"), tableFile);
            Files.write(target.resolve("text.onnx"), graphFile);
            try (TextModel model = TextModel.of(tableFile, graphFile)) {
                TextReport report = TextReport.of(model, development);
                out.println(report.text("the development split, which also chose the threshold and the calibration"));
            }
            out.println("Written to " + target);
            return 0;
        } catch (TextDataException | IOException e) {
            err.println("rapport train: " + e.getMessage());
            return 1;
        }
    }

    /** Runs {@code evaluate text}; 0 = done, 1 = failed, 2 = wrong usage. */
    public static int evaluate(List<String> args, PrintStream out, PrintStream err) {
        Map<String, String> flags = flags(args, Set.of("--data", "--goemotions", "--out"));
        String file = flags.get("--data");
        String folder = flags.get("--goemotions");
        if ((file == null) == (folder == null)) {
            err.print(EVALUATE);
            return 2;
        }
        try (TextModel model = TextModel.bundled()) {
            String name = file != null ? file : "the test split of GoEmotions";
            List<TextExample> examples = file != null
                    ? TextExample.binary(Path.of(file))
                    : TextExample.goEmotions(
                            Path.of(String.valueOf(folder), "test.tsv"),
                            TextExample.categories(Path.of(String.valueOf(folder))));
            TextReport report = TextReport.of(model, examples);
            out.println(report.text(name));
            String target = flags.get("--out");
            if (target != null) {
                Files.writeString(Path.of(target), report.markdown(model, name));
            }
            return 0;
        } catch (TextDataException | IOException e) {
            err.println("rapport evaluate: " + e.getMessage());
            return 1;
        }
    }

    /** Flags and values; empty when one is unknown or lacks its value, which prints the usage. */
    private static Map<String, String> flags(List<String> args, Set<String> known) {
        Map<String, String> flags = new TreeMap<>();
        for (int i = 0; i < args.size(); i += 2) {
            if (!known.contains(args.get(i)) || i + 1 == args.size()) {
                return Map.of();
            }
            flags.put(args.get(i), args.get(i + 1));
        }
        return flags;
    }

    static String lines(Map<String, String> provenance) {
        return provenance.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(e -> String.format(Locale.ROOT, "| `%s` | %s |", e.getKey(), e.getValue()))
                .collect(Collectors.joining("\n"));
    }
}

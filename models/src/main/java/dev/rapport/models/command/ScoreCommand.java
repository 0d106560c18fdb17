package dev.rapport.models.command;

import dev.rapport.evidence.Fusion;
import dev.rapport.feature.Baseline;
import dev.rapport.feature.FeatureVector;
import dev.rapport.feature.Window;
import dev.rapport.frame.Channel;
import dev.rapport.frame.Frame;
import dev.rapport.frame.FrameCodec;
import dev.rapport.frame.MalformedFrameException;
import dev.rapport.models.ModelMismatchException;
import dev.rapport.models.OnnxModel;
import dev.rapport.models.recording.Recorded;
import dev.rapport.models.recording.RecordedVisit;
import dev.rapport.models.recording.RecordingException;
import dev.rapport.models.recording.Recordings;
import dev.rapport.models.train.Replay;
import dev.rapport.scoring.Score;
import dev.rapport.scoring.Scorer;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code score --frames FILE}: the score of each frame, with reasons. The file is a recordings file ({@code .gz}), or text with
 * one frame a line as the widget's debug mode sends it, all of one visit.
 */
public final class ScoreCommand {
    private static final String USAGE = """
            Usage: rapport score --frames FILE [--model FILE] [--visit ID]
              --frames  recordings (.jsonl.gz), or one frame a line as the widget's debug mode sends it
              --model   an ONNX file; else the one built into this jar
              --visit   only this visit of a recordings file
            """;

    private ScoreCommand() {}

    /** Runs the command; 0 = done, 1 = failed, 2 = wrong usage. */
    public static int run(List<String> args, PrintStream out, PrintStream err) {
        try {
            Flags flags = new Flags(args, Set.of("frames", "model", "visit"));
            if (flags.text("frames") == null) {
                err.print(USAGE);
                return 2;
            }
            String file = flags.text("model");
            try (OnnxModel model = file == null ? OnnxModel.bundled() : OnnxModel.open(Path.of(file))) {
                score(flags, new Scorer(model), out);
            }
            return 0;
        } catch (Flags.WrongFlagException e) {
            err.println("rapport score: " + e.getMessage());
            err.print(USAGE);
            return 2;
        } catch (RecordingException | ModelMismatchException | IOException e) {
            err.println("rapport score: " + e.getMessage());
            return 1;
        }
    }

    private static void score(Flags flags, Scorer scorer, PrintStream out) throws IOException {
        Path file = flags.path("frames", "");
        if (!file.toString().endsWith(".gz")) {
            lines(file, new Visitor(scorer, out));
            return;
        }
        String only = flags.text("visit", "");
        for (RecordedVisit visit : Recordings.read(file).visits()) {
            if (only.isEmpty() || visit.id().equals(only)) {
                out.println(
                        "visit " + visit.id() + " on " + visit.page() + ", " + visit.variant() + " " + visit.truths());
                Visitor visitor = new Visitor(scorer, out);
                for (Recorded recorded : visit.frames()) {
                    visitor.see(Replay.decode(visit, recorded));
                }
            }
        }
    }

    private static void lines(Path file, Visitor visitor) throws IOException {
        if (!Files.isReadable(file)) {
            throw new IOException("There is no readable file at " + file + ".");
        }
        int number = 0;
        for (String line : Files.readAllLines(file)) {
            number++;
            try {
                if (!line.isBlank()
                        && FrameCodec.decode(line.getBytes(StandardCharsets.UTF_8)) instanceof Frame frame) {
                    visitor.see(frame);
                }
            } catch (MalformedFrameException e) {
                throw new RecordingException(file + " line " + number + " is no frame: " + e.getMessage());
            }
        }
    }

    /** One visit being scored. */
    private static final class Visitor {
        private final Window window = new Window();
        private final Baseline baseline = new Baseline();
        private final Scorer scorer;
        private final PrintStream out;

        Visitor(Scorer scorer, PrintStream out) {
            this.scorer = scorer;
            this.out = out;
        }

        void see(Frame frame) {
            window.add(frame);
            baseline.learn(frame);
            String text = switch (Fusion.fuse(
                    scorer.score(FeatureVector.of(window, baseline), window),
                    window,
                    EnumSet.allOf(Channel.class),
                    sense -> 1)) {
                case Score.Unknown unknown -> "unknown: " + unknown.why();
                case Score.Known known ->
                    String.format(
                            Locale.ROOT,
                            "%.3f certainty %.2f %s",
                            known.probability(),
                            known.certainty(),
                            known.reasons().stream()
                                    .map(r -> String.format(
                                            Locale.ROOT, "%s +%.2f", r.cause().plain(), r.contribution()))
                                    .collect(Collectors.joining("; ")));
            };
            out.printf(Locale.ROOT, "%5d s  %s%n", frame.second(), text);
        }
    }
}

package dev.rapport.models.command;

import dev.rapport.frame.Channel;
import dev.rapport.models.ModelMismatchException;
import dev.rapport.models.browser.BrowserException;
import dev.rapport.models.corpus.CorpusException;
import dev.rapport.models.evaluate.Families;
import dev.rapport.models.evaluate.FrictionReport;
import dev.rapport.models.evaluate.Judged;
import dev.rapport.models.evaluate.Plots;
import dev.rapport.models.recording.RecordingException;
import dev.rapport.models.recording.Recordings;
import dev.rapport.models.text.TextCommands;
import dev.rapport.models.train.Fitting;
import dev.rapport.models.train.Replay;
import dev.rapport.models.train.Replayed;
import dev.rapport.models.train.TrainingException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** {@code evaluate friction}: how right the friction model is on page kinds and personas it has not seen. */
public final class EvaluateCommand {
    private static final String USAGE =
            """
            Usage: rapport evaluate friction [--recordings FILE] [--out DIR]
              --recordings  models/corpus/recordings.jsonl.gz
              --out         folder of EVALUATION.md, evaluation.json and plots (models)
            """ + FairnessCommand.USAGE + RivalsCommand.USAGE + PeopleCommand.USAGE + AffectCommand.USAGE
                    + TextCommands.EVALUATE;

    private EvaluateCommand() {}

    /** Runs the command; 0 = done, 1 = failed, 2 = wrong usage. */
    public static int run(List<String> args, PrintStream out, PrintStream err) {
        if (args.isEmpty()) {
            err.print(USAGE);
            return 2;
        }
        try {
            return switch (args.getFirst()) {
                case "friction" -> friction(new Flags(args.subList(1, args.size()), Set.of("recordings", "out")), out);
                case "fairness" -> FairnessCommand.run(args.subList(1, args.size()), out);
                case "affect" -> AffectCommand.run(args.subList(1, args.size()), out);
                case "people" -> PeopleCommand.run(args.subList(1, args.size()), out);
                case "rivals" -> RivalsCommand.run(args.subList(1, args.size()), out);
                case "text" -> TextCommands.evaluate(args.subList(1, args.size()), out, err);
                default -> {
                    err.print(USAGE);
                    yield 2;
                }
            };
        } catch (Flags.WrongFlagException e) {
            err.println("rapport evaluate: " + e.getMessage());
            err.print(USAGE);
            return 2;
        } catch (RecordingException
                | TrainingException
                | ModelMismatchException
                | CorpusException
                | BrowserException
                | IOException e) {
            err.println("rapport evaluate: " + e.getMessage());
            return 1;
        }
    }

    private static int friction(Flags flags, PrintStream out) throws IOException {
        Recordings recordings = Recordings.read(flags.path("recordings", "models/corpus/recordings.jsonl.gz"));
        List<Replayed> visits = Replay.all(recordings.visits(), EnumSet.allOf(Channel.class));
        List<Judged> judged = Judged.all(visits, Fitting::shipped);
        FrictionReport report =
                new FrictionReport(recordings, judged, Fitting.shipped(visits).threshold());
        String text = report.markdown()
                + "\n### Kinds of model\n\nOn the same folds; the shipped kind is the simplest whose validation log-loss lies"
                + " within 2 % of the lowest; the held-out columns played no part.\n\n"
                + Families.table(visits);
        out.println(text);
        Path folder = flags.path("out", "models");
        Plots.write(judged, folder.resolve("plots"));
        Section.put(folder.resolve("EVALUATION.md"), text);
        Files.writeString(folder.resolve("evaluation.json"), report.json());
        return 0;
    }
}

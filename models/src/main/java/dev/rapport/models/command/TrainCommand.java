package dev.rapport.models.command;

import dev.rapport.frame.Channel;
import dev.rapport.models.evaluate.Datasheet;
import dev.rapport.models.evaluate.Judged;
import dev.rapport.models.evaluate.ModelCard;
import dev.rapport.models.recording.RecordingException;
import dev.rapport.models.recording.Recordings;
import dev.rapport.models.text.TextCommands;
import dev.rapport.models.train.Fitting;
import dev.rapport.models.train.Parity;
import dev.rapport.models.train.Replay;
import dev.rapport.models.train.Replayed;
import dev.rapport.models.train.Shipped;
import dev.rapport.models.train.TrainingException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** {@code train friction}: recordings in, model, card, datasheet and parity file out; the same recordings give the same bytes. */
public final class TrainCommand {
    private static final String USAGE = """
            Usage: rapport train friction [--recordings FILE] [--out DIR] [--commit HASH]
              --recordings  models/corpus/recordings.jsonl.gz
              --out         models/src/main/resources/dev/rapport/models
              --commit      what the model's file shall say of the code it came from
                   rapport train text --data DIR
            """;

    private TrainCommand() {}

    /** Runs the command; 0 = done, 1 = failed, 2 = wrong usage. */
    public static int run(List<String> args, PrintStream out, PrintStream err) {
        if (!args.isEmpty() && args.getFirst().equals("text")) {
            return TextCommands.train(args.subList(1, args.size()), out, err);
        }
        if (args.isEmpty() || !args.getFirst().equals("friction")) {
            err.print(USAGE);
            return 2;
        }
        try {
            return friction(new Flags(args.subList(1, args.size()), Set.of("recordings", "out", "commit")), out, err);
        } catch (Flags.WrongFlagException e) {
            err.println("rapport train: " + e.getMessage());
            err.print(USAGE);
            return 2;
        } catch (RecordingException | TrainingException | IOException e) {
            err.println("rapport train: " + e.getMessage());
            return 1;
        }
    }

    private static int friction(Flags flags, PrintStream out, PrintStream err) throws IOException {
        Recordings recordings = Recordings.read(flags.path("recordings", "models/corpus/recordings.jsonl.gz"));
        List<Replayed> visits = Replay.all(recordings.visits(), EnumSet.allOf(Channel.class));
        Shipped shipped = Shipped.from(recordings, visits, flags.text("commit", "unstated"));
        Parity parity = Parity.of(shipped.fitted().network(), shipped.bytes(), visits);
        if (!parity.holds()) {
            err.println("rapport train: ONNX Runtime and the trainer differ by " + parity + "; nothing was written.");
            return 1;
        }
        ModelCard card = new ModelCard(shipped, recordings, Judged.all(visits, Fitting::shipped), parity);
        Path folder = flags.path("out", "models/src/main/resources/dev/rapport/models");
        Files.createDirectories(folder);
        Files.write(folder.resolve("friction.onnx"), shipped.bytes());
        Files.writeString(folder.resolve("MODEL_CARD.md"), card.markdown());
        Files.writeString(folder.resolve("DATASHEET.md"), new Datasheet(recordings).markdown());
        Files.writeString(folder.resolve("model-card.json"), card.json());
        Files.writeString(folder.resolve("parity.json"), card.parityJson());
        out.println(card.markdown());
        out.println("Written to " + folder);
        return 0;
    }
}

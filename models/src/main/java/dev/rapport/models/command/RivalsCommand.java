package dev.rapport.models.command;

import dev.rapport.frame.Channel;
import dev.rapport.models.browser.Chromium;
import dev.rapport.models.corpus.Watched;
import dev.rapport.models.corpus.Watcher;
import dev.rapport.models.evaluate.Judged;
import dev.rapport.models.evaluate.RivalReport;
import dev.rapport.models.recording.Recordings;
import dev.rapport.models.train.Fitting;
import dev.rapport.models.train.Replay;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code evaluate rivals}: other products' scripts watch the same visits, and everything is counted alike. */
final class RivalsCommand {
    static final String USAGE = """
            Usage: rapport evaluate rivals [--every N] [--only WORD] [--products NAME,NAME] [--parallel N]
                                           [--recordings FILE] [--pages DIR] [--personas FILE] [--watched FILE] [--out DIR]
              --every     only every so-manieth visit of the plan (1: all, about half an hour a product)
              --products  posthog, datadog, amplitude, mixpanel, sentry, clarity (all)
              --watched   visits kept by an earlier run (corpus/watched.jsonl.gz), instead of making them
              --rivals    folder of the pinned packages (models/rivals)
            """;

    private static final Set<String> FLAGS =
            Flags.with(Plans.FLAGS, "products", "rivals", "recordings", "out", "parallel", "watched");

    private RivalsCommand() {}

    static int run(List<String> args, PrintStream out) throws IOException {
        Flags flags = new Flags(args, FLAGS);
        String command = "./rapport evaluate rivals" + (args.isEmpty() ? "" : " " + String.join(" ", args));
        List<String> wanted = List.of(flags.text("products", "").split(",")).stream()
                .filter(name -> !name.isBlank())
                .toList();
        Path folder = flags.path("rivals", "models/rivals");
        Map<String, String> names = RivalScripts.names(folder, wanted);
        Recordings recordings = Recordings.read(flags.path("recordings", "models/corpus/recordings.jsonl.gz"));
        List<Watched> theirs = flags.text("watched") == null
                ? watch(flags, RivalScripts.bundles(folder, names.keySet()), out)
                : WatchedFile.read(flags.path("watched", ""));
        List<Judged> ours = Judged.all(Replay.all(recordings.visits(), EnumSet.allOf(Channel.class)), Fitting::shipped);
        RivalReport report = new RivalReport(names, ours, theirs);
        String text = report.markdown(command);
        out.println(text);
        Path page = flags.path("out", "models");
        Section.put(page.resolve("EVALUATION.md"), text);
        Files.writeString(page.resolve("rivals.json"), report.json(command));
        return 0;
    }

    private static List<Watched> watch(Flags flags, Map<String, byte[]> scripts, PrintStream out) throws IOException {
        List<Watched> theirs;
        try (Chromium browser = Chromium.start()) {
            theirs = new Watcher(browser, Sites.pages(flags).or(Sites.demo(flags)), scripts, out::println)
                    .watch(Plans.of(flags), flags.number("parallel", 8, 1, 64));
        }
        Path folder = flags.path("out", "models").resolve("corpus");
        Files.createDirectories(folder);
        WatchedFile.write(folder.resolve("watched.jsonl.gz"), theirs);
        return theirs;
    }
}

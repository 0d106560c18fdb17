package dev.rapport.models.command;

import dev.rapport.models.browser.BrowserException;
import dev.rapport.models.browser.Chromium;
import dev.rapport.models.corpus.CorpusException;
import dev.rapport.models.corpus.Plan;
import dev.rapport.models.corpus.Recorder;
import dev.rapport.models.recording.RecordedVisit;
import dev.rapport.models.recording.RecordingHeader;
import dev.rapport.models.recording.Recordings;
import dev.rapport.models.site.Content;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** {@code corpus record}: scripted visitors live through real pages in real Chromium, and what the widget sends is kept. */
public final class CorpusCommand {
    private static final String USAGE = """
            Usage: rapport corpus record [--pages DIR] [--personas FILE] [--out FILE] [--widget FILE]
                                         [--demo DIR] [--calm N] [--struggling N] [--walks N]
                                         [--parallel N] [--seed N] [--only WORD] [--every N]
              --pages       folder of pages and manifests (models/corpus/pages)
              --personas    file of personas (models/corpus/personas.json)
              --out         where the recordings go (models/corpus/recordings.jsonl.gz)
              --widget      the widget file; else the one built into this jar
              --calm        calm visits a persona (12)
              --walks       journeys through the demo shop a persona (3)
              --demo        folder of the demo shop; else the one in this jar
              --struggling  visits to pages with a defect a persona (9)
              --parallel    visits at the same time (8)
              --only        only personas or pages whose id contains the word, for trying out
              --every       only every so-manieth visit of the plan (1)
            """;
    private static final Set<String> FLAGS = Flags.with(Plans.FLAGS, "out", "widget", "parallel");

    private CorpusCommand() {}

    /** Runs the command; 0 = done, 1 = failed, 2 = wrong usage. */
    public static int run(List<String> args, PrintStream out, PrintStream err) {
        if (args.isEmpty() || !args.getFirst().equals("record")) {
            err.print(USAGE);
            return 2;
        }
        try {
            return record(new Flags(args.subList(1, args.size()), FLAGS), out);
        } catch (Flags.WrongFlagException e) {
            err.println("rapport corpus: " + e.getMessage());
            err.print(USAGE);
            return 2;
        } catch (CorpusException | BrowserException | IOException e) {
            err.println("rapport corpus: " + e.getMessage());
            return 1;
        }
    }

    private static int record(Flags flags, PrintStream out) throws IOException {
        int parallel = flags.number("parallel", 8, 1, 64);
        Content widget = Sites.widget(flags);
        byte[] script = widget.at("/rapport.js")
                .orElseThrow(() -> new CorpusException(
                        "No widget file; build it (mvn -pl widget package), or give one with --widget FILE."));
        List<Plan.Planned> plan = Plans.of(flags);
        Content pages = Sites.pages(flags).or(widget).or(Sites.demo(flags));
        long began = System.nanoTime();
        List<RecordedVisit> visits;
        String version;
        try (Chromium browser = Chromium.start()) {
            version = browser.version();
            Recorder recorder = new Recorder(browser, pages, out::println);
            visits = new ArrayList<>(
                    recorder.record(plan.stream().filter(p -> !throttled(p)).toList(), parallel));
            visits.addAll(recorder.record(
                    plan.stream().filter(CorpusCommand::throttled).toList(), Math.max(1, parallel / 4)));
            visits.sort(Comparator.comparing(RecordedVisit::id));
        }
        Path file = flags.path("out", "models/corpus/recordings.jsonl.gz");
        RecordingHeader header = new RecordingHeader(
                RecordingHeader.FORMAT,
                RecordingHeader.VERSION,
                RecordingHeader.PROTOCOL,
                sha(script).substring(0, 16),
                version,
                flags.number("seed", 1, 0, Integer.MAX_VALUE));
        Recordings.write(file, header, visits);
        out.printf(
                "%d of %d visits in %.0f s, %d frames, %d struggles, written to %s (%d kB)%n",
                visits.size(),
                plan.size(),
                (System.nanoTime() - began) / 1e9,
                visits.stream().mapToInt(v -> v.frames().size()).sum(),
                visits.stream().mapToInt(v -> v.truths().size()).sum(),
                file,
                file.toFile().length() / 1000);
        return 0;
    }

    /** A slowed-down processor multiplies the lag of a busy machine, so such visits are made few at a time, after the others. */
    private static boolean throttled(Plan.Planned planned) {
        return planned.persona().place().slowdown() > 1;
    }

    private static String sha(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK has no SHA-256", e);
        }
    }
}

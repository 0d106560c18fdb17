package dev.rapport.models.command;

import dev.rapport.frame.Channel;
import dev.rapport.models.browser.Chromium;
import dev.rapport.models.corpus.Manifest;
import dev.rapport.models.corpus.PageSpec;
import dev.rapport.models.corpus.Plan;
import dev.rapport.models.corpus.Recorder;
import dev.rapport.models.evaluate.Fairness;
import dev.rapport.models.evaluate.Judged;
import dev.rapport.models.evaluate.Verdict;
import dev.rapport.models.human.Persona;
import dev.rapport.models.recording.Recordings;
import dev.rapport.models.train.Fitting;
import dev.rapport.models.train.Replay;
import dev.rapport.models.train.Replayed;
import dev.rapport.models.train.Scored;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** {@code evaluate fairness}: the tests F1 to F12; the tremor test records a few visits in Chromium. */
final class FairnessCommand {
    static final String USAGE = """
            Usage: rapport evaluate fairness [--recordings FILE] [--visits N] [--widget FILE] [--parallel N] [--out DIR]
              --visits  calm visits for the tremor test, each made four times (6); 0 leaves it out
            """;

    private static final double TREMOR_PX = 5;
    private static final double[] TREMOR_HZ = {4, 6, 8};

    private FairnessCommand() {}

    static int run(List<String> args, PrintStream out) throws IOException {
        Flags flags = new Flags(args, Set.of("recordings", "pages", "personas", "visits", "widget", "parallel", "out"));
        Recordings recordings = Recordings.read(flags.path("recordings", "models/corpus/recordings.jsonl.gz"));
        List<Replayed> visits = Replay.all(recordings.visits(), EnumSet.allOf(Channel.class));
        Fitting.Fitted fitted = Fitting.shipped(visits);
        List<Scored> still = new ArrayList<>();
        List<Scored> shaking = new ArrayList<>();
        int count = flags.number("visits", 6, 0, 1000);
        if (count > 0) {
            record(flags, count, fitted, still, shaking, out);
        }
        List<Verdict> verdicts = new Fairness(
                        Judged.all(visits, Fitting::shipped), fitted.network(), fitted.threshold(), still, shaking)
                .verdicts();
        String text = Fairness.markdown(verdicts);
        out.println(text);
        Section.put(flags.path("out", "models").resolve("EVALUATION.md"), text);
        return 0;
    }

    private static void record(
            Flags flags, int count, Fitting.Fitted fitted, List<Scored> still, List<Scored> shaking, PrintStream out) {
        List<PageSpec> pages = Manifest.pages(flags.path("pages", "models/corpus/pages"));
        Persona steady = Manifest.personas(flags.path("personas", "models/corpus/personas.json"))
                .getFirst();
        int parallel = flags.number("parallel", 8, 1, 64);
        try (Chromium browser = Chromium.start()) {
            Recorder recorder = new Recorder(browser, Sites.pages(flags).or(Sites.widget(flags)), out::println);
            still.addAll(Fairness.scored(
                    recorder.record(Plan.of(pages, List.of(steady), count, 0, 1), parallel), fitted.network()));
            for (double hertz : TREMOR_HZ) {
                List<Persona> shaky = List.of(steady.shaking(TREMOR_PX, hertz));
                shaking.addAll(Fairness.scored(
                        recorder.record(Plan.of(pages, shaky, count, 0, 1), parallel), fitted.network()));
            }
        }
        if (shaking.size() != TREMOR_HZ.length * still.size()) {
            out.println("Not every visit of the tremor test went as scripted; the test is left out.");
            still.clear();
            shaking.clear();
        }
    }
}

package dev.rapport.models.command;

import dev.rapport.frame.Channel;
import dev.rapport.models.OnnxModel;
import dev.rapport.models.browser.Chromium;
import dev.rapport.models.corpus.KeyLog;
import dev.rapport.models.corpus.Typists;
import dev.rapport.models.evaluate.PeopleReport;
import dev.rapport.models.recording.RecordedVisit;
import dev.rapport.models.train.Replay;
import dev.rapport.models.train.Scored;
import dev.rapport.models.train.Shipped;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** {@code evaluate people}: how often the shipped model alarms while people type who are not on a page with a defect. */
final class PeopleCommand {
    static final String USAGE = """
            Usage: rapport evaluate people [--data DIR] [--sessions N] [--parallel N] [--widget FILE] [--out DIR]
              --data      folder with freihaut_keyboard_field2022 (RAPPORT_DATASETS)
              --sessions  sessions a person (6)
            """;

    private PeopleCommand() {}

    static int run(List<String> args, PrintStream out) throws IOException {
        Flags flags = new Flags(args, Set.of("data", "sessions", "parallel", "widget", "out"));
        Path file = Datasets.folder(flags)
                .resolve("freihaut_keyboard_field2022")
                .resolve("Long_Keyboard_Raw_Dataset.json.gz");
        int sessions = flags.number("sessions", 6, 1, 1000);
        List<KeyLog> logs = KeyLog.read(file, sessions);
        List<RecordedVisit> visits;
        try (Chromium browser = Chromium.start()) {
            visits = new Typists(browser, Sites.widget(flags), out::println)
                    .record(logs, flags.number("parallel", 12, 1, 64));
        }
        try (OnnxModel model = OnnxModel.bundled()) {
            double threshold = Double.parseDouble(model.provenance(Shipped.THRESHOLD, "0.7"));
            List<Scored> scored = Scored.all(Replay.all(visits, EnumSet.allOf(Channel.class)), model);
            String text = PeopleReport.markdown(scored, threshold, sessions);
            out.println(text);
            Section.put(flags.path("out", "models").resolve("EVALUATION.md"), text);
        }
        return 0;
    }
}

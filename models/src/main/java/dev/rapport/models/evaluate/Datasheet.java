package dev.rapport.models.evaluate;

import dev.rapport.models.recording.RecordedVisit;
import dev.rapport.models.recording.Recordings;
import dev.rapport.models.recording.Truth;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Writes the datasheet of the recordings that a model learned from, after the questions of Gebru et al., "Datasheets for Datasets"
 * (2018). Every number is counted from the recordings.
 */
public final class Datasheet {
    private final Recordings recordings;

    /** A datasheet of these recordings. */
    public Datasheet(Recordings recordings) {
        this.recordings = recordings;
    }

    /** As Markdown. */
    public String markdown() {
        List<RecordedVisit> visits = recordings.visits();
        long calm = visits.stream().filter(v -> v.truths().isEmpty()).count();
        long frames = visits.stream().mapToLong(v -> v.frames().size()).sum();
        double hours = visits.stream().mapToDouble(RecordedVisit::seconds).sum() / 3600;
        Table about = new Table("what", "value")
                .row("SHA-256 of the uncompressed recordings", "`" + recordings.sha256() + "`")
                .row("seed of the plan", recordings.header().seed())
                .row("widget", "`" + recordings.header().widget() + "`")
                .row("browser", recordings.header().browser())
                .row("wire protocol", recordings.header().protocol())
                .row("visits", visits.size())
                .row("of them without any struggle", calm)
                .row(
                        "of them given up",
                        visits.stream()
                                .filter(v -> v.outcome().equals("gave-up"))
                                .count())
                .row(
                        "planted struggles",
                        visits.stream().mapToInt(v -> v.truths().size()).sum())
                .row("frames", frames)
                .row("hours", hours);
        return """
                # Datasheet: recordings of planted friction

                Made by `rapport train friction`; do not edit.

                ## Why it was made

                To learn and to measure when a visitor struggles with a page. No public recording says when a web visitor struggles, so
                trouble is planted in small pages and scripted visitors live through it.

                ## What is in it

                """
                + about.markdown()
                + """

                A line is one visit: the frames as the widget sent them, when each arrived, and the times in which the visitor was
                struggling, with the planted defect. A frame holds counts and sums of one second and signals with a reference to an
                element; no text, key, coordinate or picture. There are no people in it, so nothing personal and nobody to ask for
                consent.

                ### Visits by page kind

                """
                + counts(visits, RecordedVisit::kind, "page kind").markdown()
                + "\n### Visits by persona\n\n"
                + counts(visits, RecordedVisit::persona, "persona").markdown()
                + "\n### Struggles by defect\n\n"
                + defects(visits).markdown()
                + """

                ## How it was collected

                By `rapport corpus record`: visitors with human-like hands (minimum-jerk strokes with signal-dependent noise, Fitts-law
                times, digraph-dependent typing) use real Chromium through trusted input; the real widget watches. A struggle begins with
                the first act that had no effect, as seen on the page, and ends when the visitor is through or gives up. Visits that did
                not go as scripted are left out.

                ## How it is used

                Every visit is judged by a model that saw neither its page kind nor its persona. The file is read in full by `train
                friction` and by each `evaluate` that it serves. It can be used to compare detectors of friction. It cannot be used to say
                how often people struggle, or what anybody feels: tempers and patience of the visitors are guesses.

                ## Where it comes from and who keeps it

                It lies beside the code under the same licence, Apache-2.0, and is made again by one command when pages, personas or the
                widget change. Layout and how to bring pages and personas of your own: `models/corpus/README.md`.
                """;
    }

    private static Table counts(List<RecordedVisit> visits, Function<RecordedVisit, String> by, String head) {
        Table table = new Table(head, "visits", "struggles", "minutes");
        visits.stream()
                .collect(Collectors.groupingBy(by, TreeMap::new, Collectors.toList()))
                .forEach((name, some) -> table.row(
                        name,
                        some.size(),
                        some.stream().mapToInt(v -> v.truths().size()).sum(),
                        String.format(
                                Locale.ROOT,
                                "%.1f",
                                some.stream()
                                                .mapToDouble(RecordedVisit::seconds)
                                                .sum()
                                        / 60)));
        return table;
    }

    private static Table defects(List<RecordedVisit> visits) {
        Table table = new Table("defect", "struggles", "got through");
        visits.stream()
                .flatMap(v -> v.truths().stream())
                .collect(Collectors.groupingBy(Truth::type, TreeMap::new, Collectors.toList()))
                .forEach((type, some) -> table.row(
                        type, some.size(), some.stream().filter(Truth::solved).count()));
        return table;
    }
}

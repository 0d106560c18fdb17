package dev.rapport.models.text;

import java.util.List;
import java.util.Locale;

/**
 * How right the frustration probability was on labelled texts.
 *
 * @param texts how many
 * @param positives how many of them are frustration-like
 * @param auc with its 95 % bootstrap interval
 * @param averagePrecision with its interval
 * @param f1 at the shipped threshold, with its interval
 * @param threshold probability from which a text counts as frustration-like
 * @param calibrationError mean distance of what was said and what was true, 0 to 1
 */
record TextReport(
        int texts,
        int positives,
        Figure auc,
        Figure averagePrecision,
        Figure f1,
        double threshold,
        double calibrationError) {
    /** A number and where it would lie on other texts of this kind. */
    record Figure(double value, double low, double high) {
        private String text() {
            return String.format(Locale.ROOT, "%.3f [%.3f, %.3f]", value, low, high);
        }
    }

    /**
     * Scores the examples.
     *
     * @throws TextDataException when all are of one kind, so that no figure means anything
     */
    static TextReport of(TextModel model, List<TextExample> examples) {
        boolean[] truth = TextFigures.truth(examples);
        int positives = 0;
        for (boolean t : truth) {
            positives += t ? 1 : 0;
        }
        if (positives == 0 || positives == truth.length) {
            throw new TextDataException("all " + truth.length + " texts are "
                    + (positives == 0 ? "labelled 0" : "labelled 1") + "; some of both kinds are needed");
        }
        double[] said =
                examples.stream().mapToDouble(e -> model.frustration(e.text())).toArray();
        double threshold = model.threshold();
        return new TextReport(
                truth.length,
                positives,
                figure(said, truth, TextFigures::auc),
                figure(said, truth, TextFigures::averagePrecision),
                figure(said, truth, (p, y) -> TextFigures.f1(p, y, threshold)),
                threshold,
                TextFigures.calibrationError(said, truth));
    }

    private static Figure figure(
            double[] said, boolean[] truth, java.util.function.BiFunction<double[], boolean[], Double> number) {
        double[] interval = TextFigures.interval(said, truth, number);
        return new Figure(number.apply(said, truth), interval[0], interval[1]);
    }

    /** For the terminal. */
    String text(String name) {
        return String.format(
                Locale.ROOT,
                """
                %s: %,d texts, %,d frustration-like
                AUC  %s
                AP   %s
                F1   %s  at the shipped threshold %.2f
                ECE  %.3f""",
                name,
                texts,
                positives,
                auc.text(),
                averagePrecision.text(),
                f1.text(),
                threshold,
                calibrationError);
    }

    /** For the repository. */
    String markdown(TextModel model, String name) {
        return String.format(
                Locale.ROOT,
                """
                # The text model

                Made by `./rapport evaluate text --goemotions DIR --out models/TEXT.md`; do not edit.

                It says whether a text *sounds* frustrated (GoEmotions: anger, annoyance, disappointment), lost, thankful or sad. It does not know what
                anybody feels. It was trained on English comments from Reddit; on other kinds of text it is less right, and on other languages it is of no use.

                On %s, %,d texts of which %,d are frustration-like, with 95 %% bootstrap intervals over texts:

                | figure | value | TF-IDF and logistic regression |
                |---|---|---|
                | AUC | %s | 0.844 |
                | average precision | %s | 0.497 |
                | F1 at the shipped threshold %.2f | %s | 0.499 |
                | calibration error (ECE) | %.3f | |

                The third column is the usual baseline (words and characters, scikit-learn) on the same split. The aim of AUC 0.88 is %s.

                | provenance | |
                |---|---|
                %s
                """,
                name,
                texts,
                positives,
                auc.text(),
                averagePrecision.text(),
                threshold,
                f1.text(),
                calibrationError,
                auc.value() >= 0.88 ? "met" : "not met",
                TextCommands.lines(model.provenance()));
    }
}

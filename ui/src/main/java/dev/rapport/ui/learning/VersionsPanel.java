package dev.rapport.ui.learning;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;
import dev.rapport.admin.Role;
import dev.rapport.learning.Adjustment;
import dev.rapport.learning.Version;
import dev.rapport.settings.SiteSettings;
import dev.rapport.ui.access.SignedIn;
import dev.rapport.ui.part.DataTable;
import dev.rapport.ui.part.Panel;
import dev.rapport.ui.part.Tag;
import dev.rapport.ui.wording.LearningWords;
import dev.rapport.ui.wording.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Every version that was learned, and a way back to each that was ever taken. */
final class VersionsPanel {
    private final SiteSettings site;
    private final Numbers numbers;
    private final Consumer<Adjustment> use;

    VersionsPanel(SiteSettings site, Numbers numbers, Consumer<Adjustment> use) {
        this.site = site;
        this.numbers = numbers;
        this.use = use;
    }

    private record Row(Adjustment adjustment, Optional<Version> version) {}

    Panel of(List<Version> versions, Component... actions) {
        List<Row> rows = new ArrayList<>();
        versions.forEach(version -> rows.add(new Row(version.candidate(), Optional.of(version))));
        rows.add(new Row(Adjustment.NONE, Optional.empty()));
        DataTable<Row> table = new DataTable<Row>("Versions")
                .text(
                        "Version",
                        row -> row.version().isEmpty()
                                ? "As shipped"
                                : "Version " + row.adjustment().version())
                .text(
                        "Learned",
                        row -> row.version()
                                .map(v -> numbers.time(v.at()) + ", " + v.by())
                                .orElse("–"))
                .number(
                        "Answers",
                        row -> row.version()
                                .map(v -> numbers.count(v.verdict().labels()))
                                .orElse("–"))
                .text("What it does", row -> LearningWords.adjustment(row.adjustment()))
                .text(
                        "Trial",
                        row -> row.version()
                                .map(v -> LearningWords.verdict(v.verdict().answer()))
                                .orElse("–"))
                .number(
                        "Log-loss before → after",
                        row -> row.version().map(this::losses).orElse("–"))
                .part("In use", this::choice)
                .rows(rows);
        return new Panel(
                        "Versions",
                        AnswersPanel.note(
                                "A version is fitted to some visitors and judged on others it has not seen. It is taken only if the"
                                        + " answers go with the score and it predicts them better than chance allows. Going back is exact:"
                                        + " every score is then what it was."),
                        table)
                .actions(actions);
    }

    private String losses(Version version) {
        return Double.isNaN(version.verdict().candidateLoss())
                ? "–"
                : numbers.decimal(version.verdict().incumbentLoss(), 3) + " → "
                        + numbers.decimal(version.verdict().candidateLoss(), 3) + " (p "
                        + numbers.decimal(version.verdict().chance(), 3) + ")";
    }

    private Component choice(Row row) {
        if (row.adjustment().equals(site.learned())) {
            return new Tag("In use", Tag.Tone.GOOD);
        }
        boolean possible =
                row.version().isEmpty() || row.version().get().verdict().accepted();
        if (!possible || !SignedIn.may(Role.EDITOR)) {
            return new Span("–");
        }
        String name = row.version().isEmpty()
                ? "the model as shipped"
                : "version " + row.adjustment().version();
        Button button = new Button("Use this", click -> use.accept(row.adjustment()));
        button.setAriaLabel("Use " + name);
        button.addThemeVariants(ButtonVariant.SMALL);
        return button;
    }
}

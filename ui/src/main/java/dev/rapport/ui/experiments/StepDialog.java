package dev.rapport.ui.experiments;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import dev.rapport.experiment.Decision.Step;
import dev.rapport.experiment.Experiment;
import dev.rapport.experiment.Experiment.Variation;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Asks why before a step is taken, and at the shipping of a variation which one. The answer goes into the decision log. */
final class StepDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    /**
     * A closed dialog.
     *
     * @param best key of the variation offered first for shipping; null: the first treatment
     * @param does takes the variation to ship, empty for other steps, and the reason
     */
    StepDialog(Experiment experiment, Step step, @Nullable String best, BiConsumer<Optional<String>, String> does) {
        setHeaderTitle(title(step));
        setWidth("min(32rem, 94vw)");
        addClassName("question");
        add(new Paragraph(text(step)));
        Select<Variation> which = new Select<>();
        if (step == Step.SHIPPED) {
            which.setLabel("Everybody gets");
            which.setItems(experiment.variations());
            which.setItemLabelGenerator(variation -> variation.name() + (variation.control() ? " (nothing)" : ""));
            which.setValue(experiment.variations().stream()
                    .filter(variation -> best == null
                            ? !variation.control()
                            : variation.key().equals(best))
                    .findFirst()
                    .orElse(experiment.variations().getFirst()));
            add(which);
        }
        TextArea why = new TextArea("Why?");
        why.setHelperText("Kept in the decision log, with what the report says now.");
        why.setMaxLength(500);
        why.setWidthFull();
        add(why);
        Button cancel = new Button("Cancel", click -> close());
        addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                cancel.focus();
            }
        });
        Button act = new Button(action(step), click -> {
            close();
            does.accept(
                    step == Step.SHIPPED ? Optional.of(which.getValue().key()) : Optional.empty(),
                    why.getValue().strip());
        });
        act.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(cancel, act);
    }

    /** The word on the button. */
    static String action(Step step) {
        return switch (step) {
            case STARTED -> "Start";
            case PAUSED -> "Pause";
            case RESUMED -> "Resume";
            case STOPPED -> "Stop";
            case SHIPPED -> "Ship a variation";
            case ARCHIVED -> "Archive";
        };
    }

    private static String title(Step step) {
        return switch (step) {
            case STARTED -> "Start this experiment?";
            case PAUSED -> "Pause this experiment?";
            case RESUMED -> "Resume this experiment?";
            case STOPPED -> "Stop this experiment?";
            case SHIPPED -> "Ship a variation to everybody?";
            case ARCHIVED -> "Archive this experiment?";
        };
    }

    private static String text(Step step) {
        return switch (step) {
            case STARTED -> "Visitors are assigned from now on; hypothesis, arms and metrics stand.";
            case PAUSED -> "It assigns nobody for now; the hint shows as without it.";
            case RESUMED -> "Visitors are assigned again, each to the arm from before.";
            case STOPPED ->
                "It assigns nobody any more and cannot be started again; its report stays. The hint then shows to everybody"
                        + " outside the holdout.";
            case SHIPPED ->
                "The experiment stops, and every rule that called for its hint calls for this variation's from now on; where"
                        + " showing nothing won, those rules are switched off. The holdout stays as it is.";
            case ARCHIVED -> "It goes to the end of the list; its report stays.";
        };
    }
}

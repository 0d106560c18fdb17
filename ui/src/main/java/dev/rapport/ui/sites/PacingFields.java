package dev.rapport.ui.sites;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.NumberField;
import dev.rapport.pacing.Pacing;
import dev.rapport.ui.part.Panel;
import dev.rapport.ui.settings.Fields;

/** How often visitors may be interrupted, and how many never are. */
final class PacingFields {
    private static final double HUNDRED = 100;

    private final IntegerField perSession = new IntegerField("Hints a visit");
    private final IntegerField perHint = new IntegerField("Times the same hint a visit");
    private final IntegerField coolDown = new IntegerField("Seconds between hints");
    private final NumberField holdout = new NumberField("Holdout, % of visitors");
    private final Checkbox silence = new Checkbox("Closing a hint ends hints for the visit");
    private final Checkbox quiet = new Checkbox("No hint while the visitor types or drags");

    PacingFields(Pacing pacing, double share, Fields fields) {
        perSession.setValue(pacing.perSession());
        perHint.setValue(pacing.perHint());
        coolDown.setValue(pacing.coolDownSeconds());
        holdout.setValue(Math.round(share * HUNDRED * HUNDRED) / HUNDRED);
        holdout.setHelperText("They never see a hint; what happens to them shows what hints change. 0 to 50.");
        silence.setValue(pacing.silenceAfterDismissal());
        quiet.setValue(pacing.quietWhileTyping());
        fields.bind("pacing.perSession", perSession);
        fields.bind("pacing.perHint", perHint);
        fields.bind("pacing.coolDownSeconds", coolDown);
        fields.bind("holdout", holdout);
    }

    Panel panel() {
        Div numbers = new Div(perSession, perHint, coolDown, holdout);
        numbers.addClassName("fields");
        return new Panel("Pacing and holdout", numbers, silence, quiet);
    }

    Pacing value() {
        return new Pacing(number(perSession), number(perHint), number(coolDown), silence.getValue(), quiet.getValue());
    }

    /** Share of visitors who never see a hint; NaN where the field is empty. */
    double holdout() {
        Double percent = holdout.getValue();
        return percent == null ? Double.NaN : percent / HUNDRED;
    }

    void readOnly(boolean readOnly) {
        perSession.setReadOnly(readOnly);
        perHint.setReadOnly(readOnly);
        coolDown.setReadOnly(readOnly);
        holdout.setReadOnly(readOnly);
        silence.setReadOnly(readOnly);
        quiet.setReadOnly(readOnly);
    }

    /** An empty field becomes a number that validation refuses. */
    private static int number(IntegerField field) {
        Integer value = field.getValue();
        return value == null ? Integer.MIN_VALUE : value;
    }
}

package dev.rapport.ui.experiments;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.rapport.experiment.report.Forecast;
import dev.rapport.ui.wording.Numbers;
import java.util.OptionalLong;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** Says before the start how long an experiment will take. Nothing of it is saved. */
final class ForecastFields extends Div {
    private static final long serialVersionUID = 1L;
    private static final double HUNDRED = 100;

    private final NumberField rate = new NumberField("Reach the goal today, %");
    private final NumberField lift = new NumberField("Smallest change worth seeing, %");
    private final NumberField pace = new NumberField("Exposures a day");
    private final Paragraph answer = new Paragraph();
    private final transient IntSupplier arms;

    ForecastFields(IntSupplier arms) {
        this.arms = arms;
        addClassName("stack");
        rate.setHelperText("Of visitors for whom the hint would show.");
        lift.setHelperText("Relative: 10 means that 20 % become 22 %.");
        pace.setHelperText("How often the hint would show, see Overview.");
        lift.setValue(10.0);
        Div fields = new Div(rate, lift, pace);
        fields.addClassName("fields");
        for (NumberField field : new NumberField[] {rate, lift, pace}) {
            field.setValueChangeMode(ValueChangeMode.EAGER);
            field.addValueChangeListener(change -> update());
        }
        answer.getElement().setAttribute("role", "status");
        add(fields, answer);
        update();
    }

    /** Works the answer out anew. */
    void update() {
        answer.setText(sentence(rate.getValue(), lift.getValue(), pace.getValue(), arms.getAsInt(), Numbers.current()));
    }

    static String sentence(
            @Nullable Double rate, @Nullable Double lift, @Nullable Double pace, int arms, Numbers numbers) {
        if (rate == null || lift == null || !(rate > 0 && rate < HUNDRED && lift > 0) || arms < 2) {
            return "Fill in the first two fields to see how many exposures it takes.";
        }
        OptionalLong needed = Forecast.exposures(rate / HUNDRED, lift / HUNDRED, arms);
        if (needed.isEmpty()) {
            return "No number of visitors would show so small a change.";
        }
        String exposures = "About " + numbers.count(rounded(needed.getAsLong())) + " exposures in all " + arms
                + " arms give an 80 % chance of seeing that change, if it is there";
        if (pace == null || !(pace > 0)) {
            return exposures + ".";
        }
        long days = (long) Math.ceil(needed.getAsLong() / pace);
        return exposures + ": about " + (days == 1 ? "one day" : numbers.count(rounded(days)) + " days") + ".";
    }

    /** Two digits, the rest zeros: a forecast should not look exact. */
    private static long rounded(long number) {
        long step = (long) Math.pow(10, Math.max(0, (int) Math.log10(number) - 1));
        return Math.ceilDiv(number, step) * step;
    }
}

package dev.rapport.ui.responses;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextField;
import dev.rapport.frame.SignalKind;
import dev.rapport.rule.Condition;
import dev.rapport.session.Device;
import dev.rapport.ui.settings.Fields;
import dev.rapport.ui.wording.ResponseWords;
import dev.rapport.ui.wording.SignalWords;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The fields of one simple condition.
 *
 * @param kind which
 * @param components in order
 * @param value what they say now
 * @param bind tells the form which field edits which path
 */
record ConditionFields(
        ConditionKind kind, List<Component> components, Supplier<Condition> value, BiConsumer<Fields, String> bind) {
    private static final double HUNDRED = 100;

    /** Fields that say {@code condition}, which is no group and no negation. */
    static ConditionFields of(Condition condition) {
        return switch (condition) {
            case Condition.SignalSeen seen -> signal(seen);
            case Condition.ScoreAtLeast score -> score(score);
            case Condition.PageMatches page ->
                glob(
                        ConditionKind.PAGE,
                        page.glob(),
                        "Path",
                        "* any characters but /, ** any characters",
                        Condition.PageMatches::new);
            case Condition.ElementMatches element ->
                glob(
                        ConditionKind.ELEMENT,
                        element.glob(),
                        "Reference",
                        "As the overview lists them, for example #apply-coupon; * and ** as in paths",
                        Condition.ElementMatches::new);
            case Condition.DeviceIs device -> device(device);
            case Condition.LanguageIs language -> language(language);
            case Condition.VisitorIs visitor -> visitor(visitor);
            case Condition.All all -> throw new IllegalArgumentException("a group: " + all);
            case Condition.Any any -> throw new IllegalArgumentException("a group: " + any);
            case Condition.Not not -> throw new IllegalArgumentException("a negation: " + not);
        };
    }

    private static ConditionFields signal(Condition.SignalSeen seen) {
        Select<SignalKind> kind = new Select<>();
        kind.setLabel("Signal");
        kind.setItems(SignalKind.values());
        kind.setItemLabelGenerator(SignalWords::name);
        kind.setValue(seen.kind());
        kind.setHelperText(SignalWords.meaning(seen.kind()));
        kind.addValueChangeListener(change -> kind.setHelperText(SignalWords.meaning(change.getValue())));
        IntegerField count = whole("At least", seen.count());
        IntegerField seconds = whole("Within seconds", seen.seconds());
        return new ConditionFields(
                ConditionKind.SIGNAL,
                List.of(kind, count, seconds),
                () -> new Condition.SignalSeen(kind.getValue(), number(count), number(seconds)),
                (fields, path) -> {
                    fields.bind(path + ".count", count);
                    fields.bind(path + ".seconds", seconds);
                });
    }

    private static ConditionFields score(Condition.ScoreAtLeast score) {
        NumberField probability = percent("Score, %", score.probability());
        NumberField certainty = percent("Certainty, %", score.certainty());
        return new ConditionFields(
                ConditionKind.SCORE,
                List.of(probability, certainty),
                () -> new Condition.ScoreAtLeast(share(probability), share(certainty)),
                (fields, path) -> {
                    fields.bind(path + ".probability", probability);
                    fields.bind(path + ".certainty", certainty);
                });
    }

    private static ConditionFields glob(
            ConditionKind kind,
            String glob,
            String label,
            String help,
            java.util.function.Function<String, Condition> made) {
        TextField field = new TextField(label);
        field.setValue(glob);
        field.setHelperText(help);
        return new ConditionFields(
                kind,
                List.of(field),
                () -> made.apply(field.getValue().strip()),
                (fields, path) -> fields.bind(path + ".glob", field));
    }

    private static ConditionFields device(Condition.DeviceIs device) {
        CheckboxGroup<Device> group = new CheckboxGroup<>("One of");
        group.setItems(Device.values());
        group.setItemLabelGenerator(ResponseWords::device);
        group.setValue(device.devices());
        return new ConditionFields(
                ConditionKind.DEVICE,
                List.of(group),
                () -> new Condition.DeviceIs(group.getValue()),
                (fields, path) -> fields.bind(path + ".devices", group));
    }

    private static ConditionFields language(Condition.LanguageIs language) {
        TextField field = new TextField("One of");
        field.setValue(language.languages().stream().sorted().collect(Collectors.joining(", ")));
        field.setHelperText("Tags with commas between them, for example de, en-gb");
        return new ConditionFields(
                ConditionKind.LANGUAGE,
                List.of(field),
                () -> new Condition.LanguageIs(Arrays.stream(field.getValue().split(",", -1))
                        .map(tag -> tag.strip().toLowerCase(Locale.ROOT))
                        .filter(tag -> !tag.isEmpty())
                        .collect(Collectors.toSet())),
                (fields, path) -> fields.bind(path + ".languages", field));
    }

    private static ConditionFields visitor(Condition.VisitorIs visitor) {
        Select<Boolean> field = new Select<>();
        field.setLabel("Visitor");
        field.setItems(false, true);
        field.setItemLabelGenerator(returning -> returning ? "here again after an earlier day" : "new here");
        field.setValue(visitor.returning());
        return new ConditionFields(
                ConditionKind.VISITOR,
                List.of(field),
                () -> new Condition.VisitorIs(field.getValue()),
                (fields, path) -> fields.bind(path + ".returning", field));
    }

    private static IntegerField whole(String label, int value) {
        IntegerField field = new IntegerField(label);
        field.setValue(value);
        return field;
    }

    /** An empty field becomes a number that validation refuses. */
    private static int number(IntegerField field) {
        Integer value = field.getValue();
        return value == null ? Integer.MIN_VALUE : value;
    }

    private static NumberField percent(String label, double share) {
        NumberField field = new NumberField(label);
        field.setValue(Math.round(share * HUNDRED * HUNDRED) / HUNDRED);
        return field;
    }

    private static double share(NumberField field) {
        Double percent = field.getValue();
        return percent == null ? Double.NaN : percent / HUNDRED;
    }
}

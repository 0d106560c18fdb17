package dev.rapport.experiment.verification;

import dev.rapport.json.JsonFields;
import dev.rapport.json.JsonPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares what was got with what is expected: a number passes when |got - want| ≤ max(absolute, relative·|want|). {@code
 * "Infinity"} stands for itself. Of sentences for people only their presence counts: the words are each product's own.
 */
final class VectorComparison {
    /** A number that another implementation prints for information: it is wrong where a weight is 0. */
    private static final Set<String> NOT_COMPARED = Set.of("pValueGbstatsPython");

    private static final Set<String> SENTENCES = Set.of("mdeError", "pValueErrorMessage");

    /** Nobody more is needed: written as 0 or as no value. */
    private static final String ADDITIONAL = "additionalUsers";

    private final JsonFields tolerance;

    VectorComparison(JsonFields tolerance) {
        this.tolerance = tolerance;
    }

    List<String> wrong(Map<String, JsonPlace> expected, Map<String, Object> got) {
        List<String> wrong = new ArrayList<>();
        JsonPlace perField = tolerance.find("perField");
        expected.forEach((name, want) -> {
            if (NOT_COMPARED.contains(name)) {
                return;
            }
            JsonPlace own = perField == null ? null : perField.fields().find(name);
            JsonFields allowed = own == null ? tolerance : own.fields();
            Object value = got.get(name);
            if (!same(name, want, value, allowed)) {
                wrong.add(name + " is " + shown(value) + ", expected " + want.shown());
            }
        });
        return wrong;
    }

    private static boolean same(String name, JsonPlace want, @Nullable Object got, JsonFields allowed) {
        if (SENTENCES.contains(name)) {
            return want.isNull() == (got == null);
        }
        if (want.isNull()) {
            return got == null || (name.equals(ADDITIONAL) && got.equals(0.0));
        }
        return switch (got) {
            case null -> false;
            case Double number -> close(number, want, allowed);
            case Boolean flag -> flag == want.flag();
            case String text -> text.equals(want.text());
            case List<?> values -> {
                List<JsonPlace> wants = want.list(each -> each);
                boolean all = wants.size() == values.size();
                for (int i = 0; all && i < wants.size(); i++) {
                    all = same(name, wants.get(i), values.get(i), allowed);
                }
                yield all;
            }
            default -> throw new IllegalStateException("cannot compare " + got);
        };
    }

    private static boolean close(double got, JsonPlace want, JsonFields allowed) {
        if (want.isText()) {
            return got == ("Infinity".equals(want.text()) ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY);
        }
        double relative = allowed.find("relative", JsonPlace::number, 0.0);
        double absolute = allowed.find("absolute", JsonPlace::number, 0.0);
        double value = want.number();
        return Math.abs(got - value) <= Math.max(absolute, relative * Math.abs(value));
    }

    private static String shown(@Nullable Object value) {
        return value == null ? "absent" : value.toString();
    }
}

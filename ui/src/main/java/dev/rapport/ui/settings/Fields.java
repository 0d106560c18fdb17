package dev.rapport.ui.settings;

import com.vaadin.flow.component.HasValidation;
import dev.rapport.settings.InvalidSettingsException.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Knows which field of a form edits which path of the settings, and marks the fields that problems name. */
public final class Fields {
    private final Map<String, HasValidation> byPath = new LinkedHashMap<>();

    /** Notes that {@code field} edits {@code path}, relative to the record that the form edits. */
    public void bind(String path, HasValidation field) {
        byPath.put(path, field);
    }

    /** Forgets all fields whose path starts so. */
    public void unbind(String prefix) {
        byPath.keySet().removeIf(path -> path.startsWith(prefix));
    }

    /** Takes all marks away. */
    public void clear() {
        byPath.values().forEach(field -> {
            field.setInvalid(false);
            field.setErrorMessage("");
        });
    }

    /**
     * Marks the field of each problem below {@code prefix}: the exact path, or the nearest field above it.
     *
     * @param prefix of the edited record, for example {@code rules[2].}
     * @return problems that no field edits
     */
    public List<Problem> mark(String prefix, List<Problem> problems) {
        clear();
        List<Problem> rest = new ArrayList<>();
        for (Problem problem : problems) {
            Optional<HasValidation> field = problem.path().startsWith(prefix)
                    ? nearest(problem.path().substring(prefix.length()))
                    : Optional.empty();
            field.ifPresentOrElse(found -> mark(found, problem.message()), () -> rest.add(problem));
        }
        return rest;
    }

    private Optional<HasValidation> nearest(String path) {
        String at = path;
        while (true) {
            HasValidation field = byPath.get(at);
            if (field != null) {
                return Optional.of(field);
            }
            int cut = Math.max(at.lastIndexOf('.'), at.lastIndexOf('['));
            if (cut < 0) {
                return Optional.empty();
            }
            at = at.substring(0, cut);
        }
    }

    private static void mark(HasValidation field, String message) {
        String sentence = Character.toUpperCase(message.charAt(0)) + message.substring(1);
        String before = field.getErrorMessage();
        boolean more = field.isInvalid() && before != null && !before.isEmpty();
        field.setErrorMessage(more ? before + " " + sentence : sentence);
        field.setInvalid(true);
    }
}

package dev.rapport.settings;

import java.io.Serial;
import java.util.List;

/** Settings that must not be kept. Lists every problem with its path, for example {@code rules[2].hint: no such hint}. */
public final class InvalidSettingsException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /** Settings with these problems, at least one. */
    public InvalidSettingsException(List<Problem> problems) {
        super(String.join(
                "; ", problems.stream().map(p -> p.path() + ": " + p.message()).toList()));
        this.problems = List.copyOf(problems);
    }

    /** What is wrong, in the order of the settings. */
    public List<Problem> problems() {
        return problems;
    }

    /**
     * One thing that is wrong.
     *
     * @param path where, in the names of the records
     * @param message what, and what to do
     */
    public record Problem(String path, String message) {}
}

package dev.rapport.json;

import java.io.Serial;

/** JSON that is not what was asked for: says where and what to do. */
public final class InvalidJsonException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String path;
    private final String problem;

    /** What is wrong at {@code path}; an empty path is the whole document. */
    public InvalidJsonException(String path, String problem) {
        super(path.isEmpty() ? problem : path + ": " + problem);
        this.path = path;
        this.problem = problem;
    }

    /** Where, for example {@code rules[2].when.type}; empty for the whole document. */
    public String path() {
        return path;
    }

    /** What is wrong there, without the path. */
    public String problem() {
        return problem;
    }
}

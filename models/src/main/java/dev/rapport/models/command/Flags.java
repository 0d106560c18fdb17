package dev.rapport.models.command;

import java.io.Serial;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Flags of the form {@code --name value}; an unknown one is an error that lists the known. */
final class Flags {
    /** A wrong command line; the message is for people. */
    static final class WrongFlagException extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;

        WrongFlagException(String message) {
            super(message);
        }
    }

    private final Map<String, String> values = new HashMap<>();

    Flags(List<String> args, Set<String> known) {
        for (int i = 0; i < args.size(); i += 2) {
            String name = args.get(i);
            if (!name.startsWith("--") || !known.contains(name.substring(2))) {
                throw new WrongFlagException(
                        "unknown flag '" + name + "'; known are --" + String.join(" --", new TreeSet<>(known)) + ".");
            }
            if (i + 1 == args.size()) {
                throw new WrongFlagException(name + " needs a value.");
            }
            values.put(name.substring(2), args.get(i + 1));
        }
    }

    /** A set of names and some more. */
    static Set<String> with(Set<String> names, String... more) {
        Set<String> all = new TreeSet<>(names);
        all.addAll(List.of(more));
        return all;
    }

    Path path(String name, String fallback) {
        return Path.of(text(name, fallback));
    }

    String text(String name, String fallback) {
        return values.getOrDefault(name, fallback);
    }

    @Nullable
    String text(String name) {
        return values.get(name);
    }

    int number(String name, int fallback, int low, int high) {
        String text = values.get(name);
        if (text == null) {
            return fallback;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= low && number <= high) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new WrongFlagException("--" + name + " is a whole number, not '" + text + "'.");
        }
        throw new WrongFlagException("--" + name + " lies between " + low + " and " + high + ", not " + text + ".");
    }
}

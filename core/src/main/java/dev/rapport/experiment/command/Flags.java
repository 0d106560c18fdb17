package dev.rapport.experiment.command;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Flags of the form {@code --name VALUE}; anything else is a {@link UsageException}. */
final class Flags {
    private final Map<String, String> values;

    private Flags(Map<String, String> values) {
        this.values = values;
    }

    static Flags parse(List<String> args, Set<String> known) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < args.size(); i += 2) {
            String name = args.get(i);
            if (!known.contains(name)) {
                throw new UsageException("there is no flag '" + name + "' here; known: "
                        + (known.isEmpty()
                                ? "none"
                                : String.join(", ", known.stream().sorted().toList())));
            }
            if (i + 1 == args.size()) {
                throw new UsageException(name + " needs a value");
            }
            if (values.put(name, args.get(i + 1)) != null) {
                throw new UsageException(name + " is there twice");
            }
        }
        return new Flags(values);
    }

    @Nullable
    String find(String name) {
        return values.get(name);
    }

    long whole(String name, long otherwise, long least, long most) {
        String value = values.get(name);
        if (value == null) {
            return otherwise;
        }
        try {
            long number = Long.parseLong(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // The same sentence as for a number out of range.
        }
        throw new UsageException(
                name + " takes a whole number from " + least + " to " + most + ", not '" + value + "'");
    }

    /** A command line that cannot be carried out: one sentence, exit code 2. */
    static final class UsageException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UsageException(String message) {
            super(message);
        }
    }
}

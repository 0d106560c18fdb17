package dev.rapport.server.bench;

import java.util.List;

/** The flag that most benches take. */
final class Seconds {
    private Seconds() {}

    /** The number after {@code --seconds}, {@code usual} without any flag, -1 for anything else. */
    static int of(List<String> args, int usual, int least, int most) {
        if (args.isEmpty()) {
            return usual;
        }
        boolean sound = args.size() == 2
                && args.get(0).equals("--seconds")
                && args.get(1).matches("\\d{1,4}");
        int seconds = sound ? Integer.parseInt(args.get(1)) : -1;
        return seconds >= least && seconds <= most ? seconds : -1;
    }
}

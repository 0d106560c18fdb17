package dev.rapport.server.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How much is tried.
 *
 * @param rounds kills of each kind
 * @param awaySeconds how long the database is away
 * @param seconds of load under each other fault
 * @param visitors honest visitors at once
 * @param seed of everything random
 * @param only names to try, empty for all
 * @param folder where the programs keep their data
 */
record Plan(int rounds, int awaySeconds, int seconds, int visitors, long seed, String only, Path folder) {
    static final String HELP = """
            Usage: ./rapport chaos [flags]

            Starts the program as an operator would, does it harm under the load of honest visitors, and holds what they were promised
            against the database. Prints a table of the faults tried; what goes on meanwhile goes to standard error. Some faults
            need root, unshare and strace and are skipped with a sentence without them. Exit code 1 when one was not survived.

              --rounds N     kills of each of the three kinds, 1 to 1000 (default 17, which makes 51)
              --away S       seconds that the database is away, 5 to 3600 (default 30)
              --seconds S    seconds of load under each other fault, 2 to 600 (default 6)
              --visitors N   honest visitors at once, 1 to 1000 (default 40)
              --seed N       of everything random (default 1)
              --only WORD    tries the faults whose names hold this word
            """;

    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    /** The plan of a first look, on a fresh temporary folder. */
    static Plan standard() {
        return new Plan(17, 30, 6, 40, 1, "", fresh());
    }

    /** A folder of its own below this plan's for one fault. */
    Path folder(String name) {
        return folder.resolve(name);
    }

    private static Path fresh() {
        try {
            return Files.createTempDirectory("rapport-chaos");
        } catch (IOException e) {
            throw new UncheckedIOException("no temporary folder: " + e.getMessage(), e);
        }
    }

    /**
     * Reads flags.
     *
     * @throws IllegalArgumentException with one sentence when one will not do
     */
    static Plan parse(List<String> args) {
        Plan plan = standard();
        for (int i = 0; i < args.size(); i += 2) {
            String value = i + 1 < args.size() ? args.get(i + 1) : "";
            plan = plan.with(args.get(i), value);
        }
        return plan;
    }

    private Plan with(String flag, String value) {
        return switch (flag) {
            case "--rounds" ->
                new Plan(number(flag, value, 1, 1_000), awaySeconds, seconds, visitors, seed, only, folder);
            case "--away" -> new Plan(rounds, number(flag, value, 5, 3_600), seconds, visitors, seed, only, folder);
            case "--seconds" ->
                new Plan(rounds, awaySeconds, number(flag, value, 2, 600), visitors, seed, only, folder);
            case "--visitors" ->
                new Plan(rounds, awaySeconds, seconds, number(flag, value, 1, 1_000), seed, only, folder);
            case "--seed" ->
                new Plan(rounds, awaySeconds, seconds, visitors, number(flag, value, 0, 999_999_999), only, folder);
            case "--only" -> new Plan(rounds, awaySeconds, seconds, visitors, seed, value, folder);
            default -> throw new IllegalArgumentException("chaos has no flag " + flag + "; --help lists them");
        };
    }

    private static int number(String flag, String value, int least, int most) {
        int number = NUMBER.matcher(value).matches() ? Integer.parseInt(value) : -1;
        if (number < least || number > most) {
            throw new IllegalArgumentException(flag + " takes a whole number from " + least + " to " + most);
        }
        return number;
    }
}

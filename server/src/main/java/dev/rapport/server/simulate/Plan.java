package dev.rapport.server.simulate;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What was asked for on the command line.
 *
 * @param visitors how many, 1 to 100,000
 * @param server address of the public listener
 * @param siteKey whose visitors
 * @param speed how many times faster than life, 0.1 to 100
 * @param seconds over which they arrive
 * @param seed equal seeds give equal visitors
 * @param clear delete what simulated visitors left instead
 * @param data data folder of the server, for {@code clear}
 * @param databaseUrl database of the server, for {@code clear}
 */
record Plan(
        int visitors,
        URI server,
        String siteKey,
        double speed,
        int seconds,
        long seed,
        boolean clear,
        Path data,
        Optional<String> databaseUrl) {

    /** Reads the flags; an {@link IllegalArgumentException} carries one sentence. */
    static Plan of(List<String> args) {
        Plan plan = new Plan(
                200,
                URI.create("http://localhost:8080"),
                dev.rapport.settings.DemoSettings.SITE_KEY,
                4,
                0,
                System.nanoTime(),
                false,
                Path.of("./data"),
                Optional.empty());
        for (int i = 0; i < args.size(); i++) {
            String flag = args.get(i);
            if (flag.equals("--clear")) {
                plan = plan.clearing();
                continue;
            }
            if (i + 1 == args.size()) {
                throw new IllegalArgumentException(
                        "the flag " + flag + " is unknown or needs a value; --help lists them");
            }
            plan = plan.with(flag, args.get(++i));
        }
        return plan.seconds > 0 ? plan : plan.with("--seconds", Integer.toString(Math.max(10, plan.visitors / 20)));
    }

    private Plan clearing() {
        return new Plan(visitors, server, siteKey, speed, seconds, seed, true, data, databaseUrl);
    }

    private Plan with(String flag, String value) {
        return switch (flag) {
            case "--visitors" ->
                new Plan(
                        (int) number(flag, value, 1, 100_000),
                        server,
                        siteKey,
                        speed,
                        seconds,
                        seed,
                        clear,
                        data,
                        databaseUrl);
            case "--server" ->
                new Plan(visitors, address(value), siteKey, speed, seconds, seed, clear, data, databaseUrl);
            case "--site" -> new Plan(visitors, server, value, speed, seconds, seed, clear, data, databaseUrl);
            case "--speed" ->
                new Plan(
                        visitors,
                        server,
                        siteKey,
                        number(flag, value, 0.1, 100),
                        seconds,
                        seed,
                        clear,
                        data,
                        databaseUrl);
            case "--seconds" ->
                new Plan(
                        visitors,
                        server,
                        siteKey,
                        speed,
                        (int) number(flag, value, 1, 86_400),
                        seed,
                        clear,
                        data,
                        databaseUrl);
            case "--seed" ->
                new Plan(
                        visitors,
                        server,
                        siteKey,
                        speed,
                        seconds,
                        (long) number(flag, value, 0, Long.MAX_VALUE),
                        clear,
                        data,
                        databaseUrl);
            case "--data" ->
                new Plan(visitors, server, siteKey, speed, seconds, seed, clear, Path.of(value), databaseUrl);
            case "--database-url" ->
                new Plan(visitors, server, siteKey, speed, seconds, seed, clear, data, Optional.of(value));
            default -> throw new IllegalArgumentException("there is no flag " + flag + "; --help lists them");
        };
    }

    private static double number(String flag, String value, double least, double most) {
        try {
            double number = Double.parseDouble(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // falls through to the one sentence below
        }
        throw new IllegalArgumentException(
                String.format("%s is '%s', not a number from %s to %s", flag, value, plain(least), plain(most)));
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? String.format("%.0f", number) : Double.toString(number);
    }

    private static URI address(String value) {
        if (!value.matches("https?://[A-Za-z0-9.\\[\\]:-]+/?")) {
            throw new IllegalArgumentException(
                    "--server is '" + value + "', not an address such as http://localhost:8080");
        }
        return URI.create(value.endsWith("/") ? value.substring(0, value.length() - 1) : value);
    }
}

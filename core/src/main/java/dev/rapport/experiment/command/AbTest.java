package dev.rapport.experiment.command;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;

/**
 * {@code abtest verify | analyse | simulate}. Exit code 0: fine, 1: a case failed or a promise was broken, 2: the command
 * line or a file will not do, said in one sentence.
 */
public final class AbTest {
    private static final String USAGE = """
            Usage: abtest COMMAND [flags]

              verify --vectors FILE      run statistical cases with known answers
              verify --assignments FILE  run assignment cases with known answers
              analyse                    one JSON experiment a line on stdin, one JSON result a line on stdout
              simulate [--runs R] [--looks K] [--seed S]
                                         A/A and A/B experiments under peeking: are the promises kept?
            """;

    private AbTest() {}

    /** Runs the command and returns its exit code. */
    public static int run(List<String> args, InputStream in, PrintStream out, PrintStream err) {
        if (args.isEmpty()) {
            err.print(USAGE);
            return 2;
        }
        List<String> flags = args.subList(1, args.size());
        try {
            return switch (args.get(0)) {
                case "verify" -> Verify.run(flags, out);
                case "analyse" -> Analyse.run(flags, in, out, err);
                case "simulate" -> Simulate.run(flags, out);
                case "help", "-h", "--help" -> {
                    out.print(USAGE);
                    yield 0;
                }
                default ->
                    throw new Flags.UsageException(
                            "there is no command '" + args.get(0) + "'; use verify, analyse or simulate");
            };
        } catch (Flags.UsageException e) {
            err.println("abtest: " + e.getMessage());
            return 2;
        }
    }
}

package dev.rapport.server;

import dev.rapport.experiment.command.AbTest;
import dev.rapport.models.command.CorpusCommand;
import dev.rapport.models.command.EvaluateCommand;
import dev.rapport.models.command.ScoreCommand;
import dev.rapport.models.command.TrainCommand;
import dev.rapport.server.ServerConfig.InvalidConfigException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** The program's entry: finds the command, runs it, turns every failure into one sentence and an exit code. */
public final class Main {
    private Main() {}

    /** Runs a command; without one, the server. Exit codes: 0 done, 1 failed, 2 wrong usage. */
    public static void main(String[] args) {
        String first = args.length == 0 || args[0].startsWith("--") ? "run" : args[0];
        List<String> rest = List.of(args).subList(args.length > 0 && first.equals(args[0]) ? 1 : 0, args.length);
        System.exit(run(first, rest));
    }

    private static int run(String command, List<String> args) {
        try {
            return switch (command) {
                case "run" -> serve(args);
                case "abtest" -> AbTest.run(args, System.in, System.out, System.err);
                case "corpus" -> CorpusCommand.run(args, System.out, System.err);
                case "train" -> TrainCommand.run(args, System.out, System.err);
                case "evaluate" -> EvaluateCommand.run(args, System.out, System.err);
                case "score" -> ScoreCommand.run(args, System.out, System.err);
                default -> {
                    System.err.println("rapport: there is no command '" + command + "'; --help lists them");
                    yield 2;
                }
            };
        } catch (InvalidConfigException e) {
            System.err.println("rapport: " + e.getMessage());
            return 2;
        } catch (RuntimeException e) {
            System.err.println("rapport: " + sentence(e));
            if (System.getenv("RAPPORT_TRACE") != null) {
                e.printStackTrace();
            }
            return 1;
        }
    }

    private static String sentence(Throwable e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private static int serve(List<String> args) {
        if (args.contains("--help")) {
            System.out.print("Usage: java -jar rapport.jar [run] [flags] | COMMAND [flags]\n" + ServerConfig.help());
            return 0;
        }
        Server server = new Server(ServerConfig.parse(args.toArray(String[]::new), System.getenv()));
        CountDownLatch closed = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.close();
            closed.countDown();
        }));
        server.start();
        announce(server);
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    private static void announce(Server server) {
        String publicUrl = server.publicUrl().toString();
        System.out.println(String.join(
                System.lineSeparator(),
                Arrays.asList(
                        "",
                        "Rapport is running.",
                        "  demo shop   " + publicUrl + "/demo/",
                        "  widget      " + publicUrl + "/rapport.js",
                        "  console     " + server.consoleUrl() + "/",
                        server.adminLink()
                                .map(link -> "  first account (this link works once, within 24 hours): " + link)
                                .orElse("  sign in to the console with your account"),
                        "Stop with Ctrl-C.")));
    }
}

package dev.rapport.server;

import dev.rapport.experiment.command.AbTest;
import dev.rapport.models.command.CorpusCommand;
import dev.rapport.models.command.EvaluateCommand;
import dev.rapport.models.command.ScoreCommand;
import dev.rapport.models.command.TrainCommand;
import dev.rapport.server.ServerConfig.InvalidConfigException;
import dev.rapport.server.bench.CurveBench;
import dev.rapport.server.bench.IngestBench;
import dev.rapport.server.bench.JournalBench;
import dev.rapport.server.bench.ReportBench;
import dev.rapport.server.bench.ScoreBench;
import dev.rapport.server.bench.SessionsBench;
import dev.rapport.server.bench.StoreBench;
import dev.rapport.server.chaos.Chaos;
import dev.rapport.server.simulate.Simulate;
import dev.rapport.server.store.AuditCheck;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.logging.LogManager;

/** The program's entry: finds the command, runs it, turns every failure into one sentence and an exit code. */
public final class Main {
    private Main() {}

    /** Runs a command; without one, the server. Exit codes: 0 done, 1 failed, 2 wrong usage. */
    public static void main(String[] args) {
        quiet();
        String first = args.length == 0 || args[0].startsWith("--") ? "run" : args[0];
        List<String> rest = List.of(args).subList(args.length > 0 && first.equals(args[0]) ? 1 : 0, args.length);
        System.exit(run(first, rest));
    }

    private static int run(String command, List<String> args) {
        try {
            return switch (command) {
                case "run" -> serve(args);
                case "simulate" -> Simulate.run(args, System.out, System.err);
                case "bench" -> bench(args);
                case "audit" -> AuditCheck.run(args, System.out, System.err);
                case "chaos" -> Chaos.run(args, System.out, System.err);
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
        Thread drain = new Thread(() -> Runtime.getRuntime().halt(closed(server)), "rapport-drain");
        Runtime.getRuntime().addShutdownHook(drain);
        try {
            server.start();
        } catch (RuntimeException e) {
            Runtime.getRuntime().removeShutdownHook(drain);
            throw e;
        }
        announce(server);
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    private static int bench(List<String> args) {
        List<String> rest = args.isEmpty() ? args : args.subList(1, args.size());
        return switch (args.isEmpty() ? "" : args.getFirst()) {
            case "ingest" -> IngestBench.run(rest, System.out, System.err);
            case "report" -> ReportBench.run(rest, System.out, System.err);
            case "curve" -> CurveBench.run(rest, System.out, System.err);
            case "score" -> ScoreBench.run(rest, System.out, System.err);
            case "journal" -> JournalBench.run(rest, System.out, System.err);
            case "store" -> StoreBench.run(rest, System.out, System.err);
            case "sessions" -> SessionsBench.run(rest, System.out, System.err);
            default -> {
                System.err.println(
                        "rapport: there are 'bench ingest', 'bench curve', 'bench sessions', 'bench score', 'bench journal', 'bench store', 'bench report', and in the launcher 'bench widget'");
                yield 2;
            }
        };
    }

    /** Drains after SIGTERM or Ctrl-C; the exit code. */
    private static int closed(Server server) {
        try {
            server.close();
            System.out.println("Rapport has stopped.");
            return 0;
        } catch (RuntimeException e) {
            System.err.println("rapport: " + sentence(e));
            return 1;
        }
    }

    /** Keeps libraries' news out of the way, unless the operator brings a logging configuration. */
    private static void quiet() {
        if (System.getProperty("java.util.logging.config.file") == null
                && System.getProperty("java.util.logging.config.class") == null) {
            try (InputStream in = Main.class.getResourceAsStream("logging.properties")) {
                if (in != null) {
                    LogManager.getLogManager().readConfiguration(in);
                }
            } catch (IOException e) {
                System.err.println("rapport: the logging configuration cannot be read: " + e.getMessage());
            }
        }
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

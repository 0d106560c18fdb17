package dev.rapport.server.store;

import dev.rapport.admin.AuditLog.Verification;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code audit verify}: checks the audit log's chain from outside, beside a running server or without one. */
public final class AuditCheck {
    private static final String USAGE = "audit verify [--data DIR | --database-url URL]";

    private AuditCheck() {}

    /** Runs the command. Exit codes: 0 whole, 1 broken, 2 wrong usage. */
    public static int run(List<String> args, PrintStream out, PrintStream err) {
        boolean named = args.size() == 3 && List.of("--data", "--database-url").contains(args.get(1));
        if (args.isEmpty() || !args.getFirst().equals("verify") || !(args.size() == 1 || named)) {
            err.println("rapport: the command is " + USAGE);
            return 2;
        }
        Optional<String> url =
                named && args.get(1).equals("--database-url") ? Optional.of(args.get(2)) : Optional.empty();
        Path data = Path.of(named && url.isEmpty() ? args.get(2) : "data").toAbsolutePath();
        try (Store store = SimulatedData.existing(url, data)) {
            return switch (store.audit().verify()) {
                case Verification.Whole whole -> {
                    out.println("The audit log is whole: " + whole.rows() + " rows, newest seal " + whole.head());
                    yield 0;
                }
                case Verification.Broken broken -> {
                    out.println("The audit log is broken: row " + broken.row() + " does not follow the row before it");
                    yield 1;
                }
            };
        }
    }
}

package dev.rapport.server.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Runs the programs of PostgreSQL and turns what they complain about into one sentence. */
final class PostgresPrograms {
    private final Path binaries;
    private final Path log;
    private final boolean aside;

    /**
     * Programs that write what they say into {@code log}.
     *
     * @param binaries folder that holds {@code bin}
     */
    PostgresPrograms(Path binaries, Path log) {
        this.binaries = binaries;
        this.log = log;
        this.aside = root();
        if (aside && !works(List.of("unshare", "--user", "true"))) {
            throw new StoreException(
                    "PostgreSQL refuses to run as root and this machine does not allow user namespaces;"
                            + " start Rapport as another user, or pass --database-url");
        }
    }

    /**
     * Runs one program to its end.
     *
     * @throws StoreException with one sentence when it fails
     */
    void run(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (aside) {
            command.addAll(List.of("unshare", "--user")); // PostgreSQL does not run as root; here it sees "nobody".
        }
        command.add(binaries.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        try {
            long before = Files.exists(log) ? Files.size(log) : 0;
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
            builder.environment().put("LC_ALL", "C");
            builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
            if (builder.start().waitFor() != 0) {
                throw new StoreException(complaint(program, before));
            }
        } catch (IOException e) {
            throw new StoreException("cannot run PostgreSQL's " + program + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("interrupted while PostgreSQL's " + program + " ran", e);
        }
    }

    /** Begins an empty log; only while nothing runs. */
    void clearLog() {
        try {
            Files.deleteIfExists(log);
        } catch (IOException e) {
            throw new StoreException("cannot write " + log + ": " + e.getMessage(), e);
        }
    }

    private String complaint(String program, long before) throws IOException {
        byte[] all = Files.readAllBytes(log);
        int from = (int) Math.min(before, all.length);
        String said = new String(all, from, all.length - from, StandardCharsets.UTF_8);
        String lower = said.toLowerCase(Locale.ROOT);
        if (lower.contains("no space left")) {
            return "no space left on the disk of " + log.getParent() + "; free some and start again";
        }
        if (lower.contains("permission denied")) {
            return "PostgreSQL may not write to " + log.getParent() + "; make it writable for this user";
        }
        if (lower.contains("address already in use") || lower.contains("could not create any tcp/ip sockets")) {
            return "the port for PostgreSQL is taken; leave it free, or choose another";
        }
        String last = said.lines()
                .filter(line -> line.contains("FATAL:") || line.contains("error:") || line.contains("PANIC:"))
                .findFirst()
                .orElse("it did not say why");
        return "PostgreSQL's " + program + " failed: " + last.strip() + " (see " + log + ")";
    }

    private static boolean root() {
        return "root".equals(System.getProperty("user.name"))
                && !System.getProperty("os.name").startsWith("Mac");
    }

    private static boolean works(List<String> command) {
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

package dev.rapport.server.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** The kernel answers every force of the journal with an input/output error for a while. */
record FsyncError() implements Fault {
    private static final int MILLIS = 2_000;

    @Override
    public String name() {
        return "fsync error";
    }

    @Override
    public Verdict tried(Plan plan) {
        if (!Program.run("strace", "-qq", "-e", "inject=fsync:error=EIO", "-o", "/dev/null", "true")) {
            return new Verdict.Skipped(name(), "only strace can make fsync fail from outside, and it is not here");
        }
        Ledger ledger = new Ledger();
        try (Program program = Program.started(plan.folder("fsync"))) {
            Footing footing = Load.warm(plan, ledger, program);
            double failed;
            try (Visitors visitors = Load.visitors(plan, ledger, program, program.port())) {
                visitors.awaitProgress(plan.visitors(), Duration.ofSeconds(30));
                fail(program);
                failed = program.metric("rapport_frames_total", "journal_failed");
                visitors.awaitProgress(1, Duration.ofSeconds(60));
                visitors.finish();
            }
            if (failed == 0) {
                return new Verdict.Skipped(name(), "strace may not look into another process here");
            }
            String note = String.format(Locale.ROOT, "%,.0f frames were not taken, and came again later", failed);
            return Load.judge(name(), 1, ledger, program, footing, List.of(note));
        }
    }

    private static void fail(Program program) {
        try {
            Process strace = new ProcessBuilder(
                            "strace",
                            "-f",
                            "-qq",
                            "-e",
                            "trace=fdatasync",
                            "-e",
                            "inject=fdatasync:error=EIO",
                            "-o",
                            "/dev/null",
                            "-p",
                            Long.toString(program.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            Patience.rest(MILLIS);
            strace.destroy();
            if (!strace.waitFor(10, TimeUnit.SECONDS)) {
                strace.destroyForcibly();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("strace cannot be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

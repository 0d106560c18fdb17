package dev.rapport.server.chaos;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** The journal's disk, a small one of its own, runs full while the database is away. */
record DiskFull() implements Fault {
    private static final int MILLIS = 20;
    private static final String MOUNT = "mkdir -p \"$0\" && mount -t tmpfs -o size=2m journal \"$0\" && exec \"$@\"";

    @Override
    public String name() {
        return "disk full";
    }

    @Override
    public Verdict tried(Plan plan) {
        Path probe = plan.folder("disk-full-probe");
        if (!Program.run("unshare", "-m", "sh", "-c", MOUNT, probe.toString(), "true")) {
            return new Verdict.Skipped(name(), "a small disk can only be mounted by root, with unshare");
        }
        Ledger ledger = new Ledger();
        Path data = plan.folder("disk-full");
        List<String> before = List.of(
                "unshare", "-m", "sh", "-c", MOUNT, data.resolve("journal").toString());
        try (OwnDatabase database = new OwnDatabase(plan.folder("disk-full-database"));
                Program program =
                        Program.started(data, before, "dev.rapport.server.Main", "--database-url", database.url())) {
            Footing footing = Load.warm(plan, ledger, program);
            double refused;
            try (Visitors visitors =
                    new Visitors(ledger, program.port(), program.port(), plan.visitors(), MILLIS, plan.seed())) {
                visitors.awaitProgress(plan.visitors(), Duration.ofSeconds(30));
                database.away(true);
                Patience.until(
                        Duration.ofSeconds(120),
                        () -> program.metric("rapport_frames_total", "journal_failed") > 0,
                        "the disk to be full");
                Patience.rest(2_000);
                database.away(false);
                visitors.finish();
                refused = program.metric("rapport_frames_total", "journal_failed");
            }
            program.awaitStored(Duration.ofMinutes(2));
            String note = String.format(Locale.ROOT, "%,.0f frames were not taken, and came again later", refused);
            return Load.judge(name(), 1, ledger, database.witness(), program, footing, List.of(note));
        }
    }
}

package dev.rapport.server.chaos;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** The database cannot be reached for a while; ingest goes on from the journal. */
record DatabaseAway() implements Fault {
    @Override
    public String name() {
        return "database away";
    }

    @Override
    public Verdict tried(Plan plan) {
        Ledger ledger = new Ledger();
        try (OwnDatabase database = new OwnDatabase(plan.folder("away-database"));
                Program program = Program.started(plan.folder("away"), "--database-url", database.url())) {
            Footing footing = Load.warm(plan, ledger, program);
            double waiting;
            double drained;
            try (Visitors visitors = Load.visitors(plan, ledger, program, program.port())) {
                visitors.awaitProgress(plan.visitors(), Duration.ofSeconds(30));
                database.away(true);
                for (int second = 0; second < plan.awaySeconds(); second++) {
                    Patience.rest(1_000);
                    visitors.awaitProgress(1, Duration.ofSeconds(10)); // it still takes and acknowledges
                }
                waiting = program.metric("rapport_journal_backlog");
                long from = System.nanoTime();
                database.away(false);
                visitors.finish();
                program.awaitStored(Duration.ofMinutes(3));
                drained = (System.nanoTime() - from) / 1e9;
            }
            String note = String.format(
                    Locale.ROOT,
                    "%d s away, %,.0f frames waited, drained after %.1f s",
                    plan.awaySeconds(),
                    waiting,
                    drained);
            return Load.judge(name(), 1, ledger, database.witness(), program, footing, List.of(note));
        }
    }
}

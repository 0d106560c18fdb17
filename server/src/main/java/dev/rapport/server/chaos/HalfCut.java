package dev.rapport.server.chaos;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Half of all sockets are cut at the same moment and come back together. */
record HalfCut() implements Fault {
    private static final int TIMES = 3;
    private static final int CROWD = 10;

    @Override
    public String name() {
        return "half the sockets cut at once";
    }

    @Override
    public Verdict tried(Plan plan) {
        Ledger ledger = new Ledger();
        int count = Math.min(1_500, CROWD * plan.visitors());
        try (Program program = Program.started(plan.folder("half-cut"))) {
            Footing footing = Load.warm(plan, ledger, program);
            int cut = 0;
            double slowest = 0;
            try (FaultProxy proxy = new FaultProxy(program.port(), Mischief.NONE, plan.seed());
                    Visitors visitors =
                            new Visitors(ledger, proxy.port(), program.port(), count, 10 * Load.MILLIS, plan.seed())) {
                for (int i = 0; i < TIMES; i++) {
                    Patience.until(
                            Duration.ofSeconds(60), () -> program.metric("rapport_sockets") >= count, "all sockets");
                    visitors.awaitProgress(count, Duration.ofSeconds(60));
                    cut += proxy.cutHalf();
                    long from = System.nanoTime();
                    Patience.until(
                            Duration.ofSeconds(10),
                            () -> program.metric("rapport_sockets") < count,
                            "the cut to be seen");
                    Patience.until(
                            Duration.ofSeconds(60), () -> program.metric("rapport_sockets") >= count, "all to be back");
                    slowest = Math.max(slowest, (System.nanoTime() - from) / 1e9);
                }
                visitors.finish();
            }
            String note = String.format(Locale.ROOT, "%d of %d, all back after %.1f s", cut / TIMES, count, slowest);
            return Load.judge(name(), TIMES, ledger, program, footing, List.of(note));
        }
    }
}

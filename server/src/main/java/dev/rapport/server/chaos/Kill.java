package dev.rapport.server.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * kill -9 at random moments under load.
 *
 * @param name of the fault
 * @param server whether the server is killed
 * @param database whether PostgreSQL is killed
 */
record Kill(String name, boolean server, boolean database) implements Fault {
    private static final int LONGEST_LIFE_MILLIS = 1_200;
    private static final Duration PROGRESS = Duration.ofSeconds(90);

    @Override
    public Verdict tried(Plan plan) {
        Random moments = new Random(plan.seed());
        Ledger ledger = new Ledger();
        List<Double> away = new ArrayList<>();
        try (Program program = Program.started(plan.folder(name.replaceAll("\\W+", "-")))) {
            Footing footing = Load.warm(plan, ledger, program);
            try (Visitors visitors = Load.visitors(plan, ledger, program, program.port())) {
                for (int round = 1; round <= plan.rounds(); round++) {
                    visitors.awaitProgress(plan.visitors(), PROGRESS);
                    Patience.rest(moments.nextInt(LONGEST_LIFE_MILLIS));
                    long from = System.nanoTime();
                    kill(program, moments.nextBoolean());
                    visitors.awaitProgress(1, PROGRESS);
                    away.add((System.nanoTime() - from) / 1e9);
                }
                visitors.finish();
            }
            away.sort(null);
            String note =
                    String.format(Locale.ROOT, "acknowledging again after %.1f s (median)", away.get(away.size() / 2));
            return Load.judge(name, plan.rounds(), ledger, program, footing, List.of(note));
        }
    }

    private void kill(Program program, boolean databaseFirst) {
        if (database && databaseFirst) {
            program.killDatabase();
        }
        if (server) {
            program.kill();
        }
        if (database && !databaseFirst) {
            program.killDatabase();
        }
        if (server) {
            program.start();
        }
    }
}

package dev.rapport.server.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** SIGTERM at random moments under load: the program must end with 0 in at most 10 s. */
final class Terminate implements Fault {
    private static final int LONGEST_LIFE_MILLIS = 1_200;
    private static final int ROUNDS = 5;
    private static final double MOST_SECONDS = 10;
    private static final Duration PROGRESS = Duration.ofSeconds(90);

    @Override
    public String name() {
        return "SIGTERM";
    }

    @Override
    public Verdict tried(Plan plan) {
        Random moments = new Random(plan.seed());
        Ledger ledger = new Ledger();
        List<String> notes = new ArrayList<>();
        double longest = 0;
        int rounds = Math.min(ROUNDS, plan.rounds());
        try (Program program = Program.started(plan.folder("terminate"))) {
            Footing footing = Load.warm(plan, ledger, program);
            try (Visitors visitors = Load.visitors(plan, ledger, program, program.port())) {
                for (int round = 1; round <= rounds; round++) {
                    visitors.awaitProgress(plan.visitors(), PROGRESS);
                    Patience.rest(moments.nextInt(LONGEST_LIFE_MILLIS));
                    long from = System.nanoTime();
                    int exit = program.terminate();
                    double seconds = (System.nanoTime() - from) / 1e9;
                    longest = Math.max(longest, seconds);
                    if (exit != 0 || seconds > MOST_SECONDS) {
                        throw new IllegalStateException(
                                String.format(Locale.ROOT, "ended with %d after %.1f s", exit, seconds));
                    }
                    program.start();
                }
                visitors.awaitProgress(1, PROGRESS);
                visitors.finish();
            }
            notes.add(String.format(Locale.ROOT, "ended with 0 after %.1f s at most", longest));
            return Load.judge(name(), rounds, ledger, program, footing, notes);
        }
    }
}

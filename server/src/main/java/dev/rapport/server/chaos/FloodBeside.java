package dev.rapport.server.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Garbage and slow clients beside honest visitors, whose waiting may at most double. */
record FloodBeside() implements Fault {
    private static final int ROUNDS = 3;
    private static final int GARBAGE = 4;
    private static final int SLOW = 200;
    private static final double MOST = 2;

    @Override
    public String name() {
        return "flood of garbage and slow clients";
    }

    @Override
    public Verdict tried(Plan plan) {
        Ledger ledger = new Ledger();
        try (Program program = Program.started(plan.folder("flood"))) {
            Footing footing = Load.warm(plan, ledger, program);
            List<Double> alone = new ArrayList<>();
            List<Double> beside = new ArrayList<>();
            long garbage = 0;
            try (Visitors visitors = Load.visitors(plan, ledger, program, program.port())) {
                Patience.rest(1_000);
                for (int round = 0; round < ROUNDS; round++) {
                    visitors.takeWaits();
                    Patience.rest(1_000L * plan.seconds());
                    alone.addAll(visitors.takeWaits());
                    try (Flood flood = new Flood(program.port(), GARBAGE, SLOW, plan.seed() + round)) {
                        Patience.rest(1_000);
                        visitors.takeWaits();
                        long before = flood.garbage();
                        Patience.rest(1_000L * plan.seconds());
                        beside.addAll(visitors.takeWaits());
                        garbage += flood.garbage() - before;
                    }
                }
                visitors.finish();
            }
            double ratio = p99(beside) / p99(alone);
            String note = String.format(
                    Locale.ROOT,
                    "honest p99 %.1f ms alone, %.1f ms beside %d bad connections/s and %d slow ones: %.2f times",
                    p99(alone),
                    p99(beside),
                    garbage / ((long) ROUNDS * plan.seconds()),
                    SLOW,
                    ratio);
            Verdict verdict = Load.judge(name(), ROUNDS, ledger, program, footing, List.of(note));
            return ratio <= MOST ? verdict : slowed(verdict);
        }
    }

    private static Verdict slowed(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Skipped skipped -> skipped;
            case Verdict.Tried tried -> {
                List<String> complaints = new ArrayList<>(tried.complaints());
                complaints.add("honest visitors waited more than twice as long");
                yield new Verdict.Tried(
                        tried.fault(), tried.times(), tried.held(), tried.footing(), complaints, tried.notes());
            }
        };
    }

    private static double p99(List<Double> waits) {
        List<Double> sorted = waits.stream().sorted().toList();
        return sorted.get((int) Math.ceil(sorted.size() * 0.99) - 1);
    }
}

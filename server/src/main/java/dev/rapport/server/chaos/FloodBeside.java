package dev.rapport.server.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Garbage and slow clients beside honest visitors, whose waiting may at most double. The bad ones have a process and an address
 * of their own. The first flood meets a program that was never flooded and has compiled nothing for it; it is printed and not judged.
 */
record FloodBeside() implements Fault {
    private static final int ROUNDS = 3;
    private static final int GARBAGE = 4;
    private static final int SLOW = 200;
    private static final double MOST = 2;

    @Override
    public String name() {
        return "flood of garbage and slow clients";
    }

    /** What honest visitors waited, in milliseconds, and the connections that the bad ones made meanwhile. */
    private record Waits(List<Double> alone, List<Double> beside, long bad) {}

    @Override
    public Verdict tried(Plan plan) {
        Ledger ledger = new Ledger();
        try (Program program = Program.started(plan.folder("flood"))) {
            Footing footing = Load.warm(plan, ledger, program);
            Waits first;
            Waits later = new Waits(new ArrayList<>(), new ArrayList<>(), 0);
            double away;
            try (Visitors visitors = Load.visitors(plan, ledger, program, program.port());
                    Attackers attackers = new Attackers(program.port(), GARBAGE, SLOW, plan.seed())) {
                first = round(plan, visitors, attackers);
                double before = turnedAway(program);
                for (int round = 0; round < ROUNDS; round++) {
                    Waits waits = round(plan, visitors, attackers);
                    later.alone().addAll(waits.alone());
                    later.beside().addAll(waits.beside());
                    later = new Waits(later.alone(), later.beside(), later.bad() + waits.bad());
                }
                away = turnedAway(program) - before;
                visitors.finish();
            }
            double ratio = p99(later.beside()) / p99(later.alone());
            double seconds = ROUNDS * (plan.seconds() + 1.0);
            String note = String.format(
                    Locale.ROOT,
                    "honest p99 %.1f ms alone, %.1f ms beside %d slow clients and %.0f bad connections/s, %.0f of them turned away as they came: %.2f times (first flood %.1f ms)",
                    p99(later.alone()),
                    p99(later.beside()),
                    SLOW,
                    later.bad() / seconds,
                    away / seconds,
                    ratio,
                    p99(first.beside()));
            Verdict verdict = Load.judge(name(), 1 + ROUNDS, ledger, program, footing, List.of(note));
            return ratio <= MOST ? verdict : slowed(verdict);
        }
    }

    private static Waits round(Plan plan, Visitors visitors, Attackers attackers) {
        Patience.rest(1_000);
        visitors.takeWaits();
        Patience.rest(1_000L * plan.seconds());
        List<Double> alone = visitors.takeWaits();
        attackers.begin();
        Patience.rest(1_000);
        visitors.takeWaits();
        Patience.rest(1_000L * plan.seconds());
        List<Double> beside = visitors.takeWaits();
        return new Waits(alone, beside, attackers.end());
    }

    private static double turnedAway(Program program) {
        return program.metric("rapport_connections_turned_away");
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

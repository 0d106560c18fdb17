package dev.rapport.server.chaos;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** What all trials share: warm up, look, harm, settle, look again, judge. */
final class Load {
    /** From a visitor's frame to the next. */
    static final int MILLIS = 150;

    private static final Duration COUNTED = Duration.ofSeconds(90);
    private static final Duration PROGRESS = Duration.ofSeconds(60);
    private static final int SETTLE_MILLIS = 1_000;

    private Load() {}

    /** Honest visitors of {@code program} by way of {@code port}. */
    static Visitors visitors(Plan plan, Ledger ledger, Program program, int port) {
        return new Visitors(ledger, port, program.port(), plan.visitors(), MILLIS, plan.seed());
    }

    /** Some traffic, then none: what a program holds afterwards is its footing. */
    static Footing warm(Plan plan, Ledger ledger, Program program) {
        try (Visitors visitors = visitors(plan, ledger, program, program.port())) {
            visitors.awaitProgress(20L * plan.visitors(), PROGRESS);
            visitors.finish();
        }
        program.awaitStored(COUNTED);
        Patience.rest(SETTLE_MILLIS);
        return Footing.before(program);
    }

    /** Waits until everything is counted and compares. */
    static Verdict judge(String fault, long times, Ledger ledger, Program program, Footing before, List<String> notes) {
        program.awaitStored(COUNTED);
        return judge(fault, times, ledger, witness(program), program, before, notes);
    }

    /** The same with a database that is not the program's own. */
    static Verdict judge(
            String fault,
            long times,
            Ledger ledger,
            Postgres witness,
            Program program,
            Footing before,
            List<String> notes) {
        Footing footing = before.after(program);
        List<String> complaints = new java.util.ArrayList<>(footing.complaints());
        if (!conserved(program)) {
            complaints.add("the counts in /metrics do not add up");
        }
        try {
            return new Verdict.Tried(fault, times, ledger.against(witness.counted()), footing, complaints, notes);
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be asked: " + e.getMessage(), e);
        }
    }

    private static Postgres witness(Program program) {
        return Postgres.of(program.data()).orElseThrow(() -> new IllegalStateException("no database in " + program));
    }

    /** received = stored + duplicate + refused + dropped + in flight. */
    private static boolean conserved(Program program) {
        return Patience.within(Duration.ofSeconds(5), () -> {
            double received = program.metric("rapport_frames_total", "outcome=\"received\"");
            double all = program.metric("rapport_frames_total");
            return received == all - received + program.metric("rapport_frames_in_flight");
        });
    }
}

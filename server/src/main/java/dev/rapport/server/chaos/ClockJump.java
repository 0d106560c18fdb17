package dev.rapport.server.chaos;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** The server's clock jumps a day ahead, back, a day back, and back again, and half the lines are cut after each. */
record ClockJump() implements Fault {
    private static final List<Long> OFFSETS = List.of(86_400L, 0L, -86_400L, 0L);

    @Override
    public String name() {
        return "clock jumps by a day";
    }

    @Override
    public Verdict tried(Plan plan) {
        Ledger ledger = new Ledger();
        try (Program program = Program.started(plan.folder("clock"), List.of(), ShiftedClock.class.getName())) {
            Footing footing = Load.warm(plan, ledger, program);
            try (FaultProxy proxy = new FaultProxy(program.port(), Mischief.NONE, plan.seed());
                    Visitors visitors = Load.visitors(plan, ledger, program, proxy.port())) {
                for (long offset : OFFSETS) {
                    visitors.awaitProgress(2L * plan.visitors(), Duration.ofSeconds(60));
                    program.say(Long.toString(offset));
                    visitors.awaitProgress(2L * plan.visitors(), Duration.ofSeconds(60));
                    proxy.cutHalf();
                    Patience.rest(500L * plan.seconds());
                }
                visitors.finish();
            }
            double refused = program.metric("rapport_frames_total", "outcome=\"refused\"");
            String note = String.format(Locale.ROOT, "%,.0f frames refused", refused);
            return Load.judge(name(), OFFSETS.size(), ledger, program, footing, List.of(note));
        }
    }
}

package dev.rapport.server.chaos;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * A line that does harm on the way, beside a sound one.
 *
 * @param mischief what it does
 */
record BadLine(Mischief mischief) implements Fault {
    @Override
    public String name() {
        return "line: " + mischief.words();
    }

    @Override
    public Verdict tried(Plan plan) {
        Ledger ledger = new Ledger();
        // What a turned bit makes of a frame that no TLS protects is not the server's to know, so no promise is held to
        // it.
        Ledger through = mischief == Mischief.CORRUPT ? new Ledger() : ledger;
        try (Program program = Program.started(plan.folder("line-" + mischief))) {
            Footing footing = Load.warm(plan, ledger, program);
            long harm;
            try (FaultProxy proxy = new FaultProxy(program.port(), mischief, plan.seed());
                    Visitors sound = Load.visitors(plan, ledger, program, program.port())) {
                Visitors harmed = Load.visitors(plan, through, program, proxy.port());
                Patience.rest(1_000L * plan.seconds());
                if (mischief == Mischief.CORRUPT) {
                    harmed.close();
                    sound.finish();
                } else {
                    Patience.until(Duration.ofSeconds(60), () -> proxy.harm() >= 20, "the line to do harm");
                    sound.finish();
                    harmed.finish();
                    harmed.close();
                }
                harm = proxy.harm();
            }
            String note = mischief == Mischief.CORRUPT
                    ? "promises of the sound lines only: a turned bit may make another frame, which is what TLS is for"
                    : String.format(Locale.ROOT, "%d sound and %d harmed lines", plan.visitors(), plan.visitors());
            return Load.judge(name(), harm, ledger, program, footing, List.of(note));
        }
    }
}

package dev.rapport.journal;

import dev.rapport.evidence.Sense;
import dev.rapport.experiment.Assignment;
import dev.rapport.feature.Feature;
import dev.rapport.frame.Channel;
import dev.rapport.frame.EventKind;
import dev.rapport.frame.Frame;
import dev.rapport.frame.Signal;
import dev.rapport.frame.SignalKind;
import dev.rapport.frame.Summary;
import dev.rapport.frame.SummaryField;
import dev.rapport.frame.VisitorEvent;
import dev.rapport.hint.Action;
import dev.rapport.hint.Anchor;
import dev.rapport.hint.Hint;
import dev.rapport.hint.HintIntent;
import dev.rapport.hint.HintKind;
import dev.rapport.hint.HintText;
import dev.rapport.pacing.Pacing;
import dev.rapport.pipeline.Outcome;
import dev.rapport.scoring.Score;
import dev.rapport.session.Device;
import dev.rapport.session.Visit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;

/** Journal entries with random contents over every outcome, equal for an equal seed. */
public final class SampleEntries {
    /** Number of kinds of outcome that {@link #entry} goes through. */
    public static final int OUTCOMES = 8;

    private final Random random;

    /** A source of entries; an equal seed gives equal entries. */
    public SampleEntries(long seed) {
        random = new Random(seed);
    }

    /** An entry of one session whose outcome has kind {@code sequence % OUTCOMES}. */
    public JournalEntry entry(String session, long sequence) {
        Outcome outcome = outcome((int) (sequence % OUTCOMES));
        return new JournalEntry(visit(session), frame(sequence), outcome, instant());
    }

    private Visit visit(String session) {
        return new Visit(
                "shop",
                session,
                random.nextBoolean() ? session : text(),
                pick(Device.values()),
                pick("en", "de-at", "zh-hant-tw"),
                random.nextBoolean(),
                Channel.fromMask(random.nextInt(1 << Channel.values().length)),
                random.nextBoolean(),
                random.nextBoolean() ? Map.of() : Map.of(text(), "control", "another", text()),
                instant());
    }

    private Frame frame(long sequence) {
        int[] values = new int[SummaryField.COUNT];
        for (int i = 0; i < random.nextInt(8); i++) {
            values[random.nextInt(values.length)] = random.nextInt(1_000_001);
        }
        return new Frame(
                sequence,
                random.nextInt(10_000_001),
                "/" + text(),
                random.nextInt(16),
                Summary.of(values),
                list(() -> new Signal(pick(SignalKind.values()), text(), random.nextInt(1_000_001))),
                list(() -> new VisitorEvent(
                        pick(EventKind.values()), text(), random.nextInt(-1_000_000_000, 1_000_000_001))));
    }

    private Outcome outcome(int kind) {
        Outcome.Match match = new Outcome.Match("rule-" + random.nextInt(9), "hint-" + random.nextInt(9), text());
        Assignment assignment = new Assignment("test-" + random.nextInt(3), "b", random.nextBoolean(), false);
        return switch (kind) {
            case 0 -> new Outcome.NoRuleMatched(known());
            case 1 -> new Outcome.WarmingUp(new Score.Unknown(text()));
            case 2 -> new Outcome.Refused(pick(Outcome.Refusal.values()));
            case 3 -> new Outcome.Paced(known(), match, pick(Pacing.Pause.values()));
            case 4 -> new Outcome.HeldOut(new Score.Unknown(text()), match, assignment);
            case 5 -> new Outcome.Shown(known(), match, null, hint());
            case 6 -> new Outcome.Shown(known(), match, assignment, hint());
            default -> new Outcome.Duplicate();
        };
    }

    private Score known() {
        Score.Known known = new Score.Known(
                random.nextInt(5) == 0 ? 1 : random.nextDouble(),
                random.nextFloat(),
                list(() -> new Score.Reason(
                        random.nextInt(4) == 0 ? pick(Sense.values()) : pick(Feature.values()),
                        random.nextGaussian())));
        return random.nextBoolean()
                ? known
                : new Score.Known(
                        known.probability(),
                        known.certainty(),
                        known.reasons(),
                        random.nextDouble(),
                        list(() -> new Score.Reason(pick(Sense.values()), random.nextGaussian())));
    }

    private Hint hint() {
        return new Hint(
                "hint-" + random.nextInt(9),
                text(),
                pick(HintKind.values()),
                pick(HintIntent.values()),
                pick(new Anchor.TroubledElement(), new Anchor.Page(), new Anchor.Selector("#a > [b]")),
                pick(new Action.Close(), new Action.HandOff(), new Action.Link("/help"), new Action.Verb("simplify")),
                Map.of(
                        "en",
                        new HintText(text(), text(), text(), list(this::text)),
                        "de",
                        new HintText("", "x", "", List.of())));
    }

    private Instant instant() {
        return Instant.ofEpochSecond(1_790_000_000L + random.nextInt(100_000_000), random.nextInt(1_000_000_000));
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(20); i >= 0; i--) {
            text.appendCodePoint(
                    pick("abcdefgh-_#:/.Zäß日\u0001\"\\😀".codePoints().boxed().toArray(Integer[]::new)));
        }
        return text.toString();
    }

    private <T> List<T> list(Supplier<T> each) {
        List<T> values = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            values.add(each.get());
        }
        return values;
    }

    @SafeVarargs
    private <T> T pick(T... values) {
        return values[random.nextInt(values.length)];
    }

    /** Channels of a plain visit. */
    public static Set<Channel> friction() {
        return Set.of(Channel.FRICTION);
    }
}

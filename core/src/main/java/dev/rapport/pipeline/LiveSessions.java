package dev.rapport.pipeline;

import dev.rapport.frame.Frame;
import dev.rapport.frame.SummaryField;
import dev.rapport.session.Visit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * The visits that are on the line now, with the newest outcome of each. Thread-safe; each visit is written by its own
 * event loop and read by the console. Bounded: visits beyond the limit are not listed, and counted.
 */
public final class LiveSessions {
    private static final int LIMIT = 20_000;

    private final ConcurrentMap<String, Live> sessions = new ConcurrentHashMap<>();
    private final LongAdder changes = new LongAdder();
    private final LongAdder widgetMicros = new LongAdder();
    private final Clock clock;

    /** An empty list that reads the time from {@code clock}. */
    public LiveSessions(Clock clock) {
        this.clock = clock;
    }

    /** Notes what became now of a visit's newest frame. */
    public void update(Visit visit, Frame frame, Outcome outcome) {
        update(visit, frame, outcome, clock.instant());
    }

    /** Notes what became of a visit's newest frame, which came at {@code at}. */
    public void update(Visit visit, Frame frame, Outcome outcome, Instant at) {
        Live before = sessions.get(visit.session());
        if (before != null || sessions.size() < LIMIT) {
            int micros = frame.summary().get(SummaryField.COST_US);
            WidgetCost cost = (before == null ? WidgetCost.NONE : before.cost()).and(micros);
            sessions.put(visit.session(), new Live(visit, frame.page(), frame.state(), outcome, cost, at));
            changes.increment();
            widgetMicros.add(micros);
        }
    }

    /** Main-thread time that the widget used on visitors' pages since the start, by its own measure, in microseconds. */
    public long widgetMicros() {
        return widgetMicros.sum();
    }

    /** The visit left. */
    public void remove(String session) {
        if (sessions.remove(session) != null) {
            changes.increment();
        }
    }

    /** A number that rises with each change: equal numbers mean an equal list. */
    public long revision() {
        return changes.sum();
    }

    /** Visits of one site seen within {@code within}, newest first, at most {@code limit}. */
    public List<Live> list(String site, Duration within, int limit) {
        Instant since = clock.instant().minus(within);
        return sessions.values().stream()
                .filter(live -> live.visit().site().equals(site) && live.at().isAfter(since))
                .sorted(Comparator.comparing(Live::at).reversed())
                .limit(limit)
                .toList();
    }

    /**
     * One visit now.
     *
     * @param visit whose
     * @param page where it is
     * @param state bits as in {@link Frame#state}
     * @param outcome of its newest frame
     * @param cost what the widget has cost the visit's page so far
     * @param at when the newest frame came
     */
    public record Live(Visit visit, String page, int state, Outcome outcome, WidgetCost cost, Instant at) {}
}

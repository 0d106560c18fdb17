package dev.rapport.journal;

import dev.rapport.frame.Channel;
import dev.rapport.frame.Frame;
import dev.rapport.frame.Signal;
import dev.rapport.frame.Summary;
import dev.rapport.frame.SummaryField;
import dev.rapport.frame.VisitorEvent;
import dev.rapport.session.Visit;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes visit, frame and simple values of an entry, in the order in which {@link EntryReader} reads them. */
final class EntryWriter {
    private static final SummaryField[] FIELDS = SummaryField.values();

    private final EntryBytes out;

    EntryWriter(EntryBytes out) {
        this.out = out;
    }

    void visit(Visit visit) {
        text(visit.site());
        text(visit.session());
        text(visit.unit());
        whole(visit.device().ordinal());
        text(visit.language());
        flag(visit.returning());
        whole(Channel.toMask(visit.channels()));
        flag(visit.simulated());
        start();
        for (Map.Entry<String, String> forced : visit.forced().entrySet()) {
            text(forced.getKey());
            text(forced.getValue());
        }
        end();
        instant(visit.startedAt());
    }

    void frame(Frame frame) {
        whole(frame.sequence());
        whole(frame.second());
        text(frame.page());
        whole(frame.state());
        summary(frame.summary());
        start();
        List<Signal> signals = frame.signals();
        for (int i = 0; i < signals.size(); i++) {
            Signal signal = signals.get(i);
            whole(signal.kind().ordinal());
            text(signal.element());
            whole(signal.magnitude());
        }
        end();
        start();
        List<VisitorEvent> events = frame.events();
        for (int i = 0; i < events.size(); i++) {
            VisitorEvent event = events.get(i);
            whole(event.kind().ordinal());
            text(event.name());
            whole(event.value());
        }
        end();
    }

    /** Position and value of each number that is not zero: most seconds are nearly empty. */
    private void summary(Summary summary) {
        start();
        for (int i = 0; i < summary.places(); i++) {
            int value = summary.get(FIELDS[i]);
            if (value != 0) {
                whole(i);
                whole(value);
            }
        }
        end();
    }

    void instant(Instant instant) {
        whole(instant.getEpochSecond());
        whole(instant.getNano());
    }

    void start() {
        out.start();
    }

    void end() {
        out.end();
    }

    void text(String value) {
        out.text(value);
    }

    void textOrNull(@Nullable String value) {
        if (value == null) {
            out.nothing();
        } else {
            out.text(value);
        }
    }

    void whole(long value) {
        out.whole(value);
    }

    void number(double value) {
        out.number(value);
    }

    void flag(boolean value) {
        out.flag(value);
    }
}

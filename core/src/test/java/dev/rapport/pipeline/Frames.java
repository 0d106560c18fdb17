package dev.rapport.pipeline;

import dev.rapport.frame.Frame;
import dev.rapport.frame.Signal;
import dev.rapport.frame.SignalKind;
import dev.rapport.frame.Summary;
import dev.rapport.frame.SummaryField;
import dev.rapport.frame.VisitorEvent;
import java.util.ArrayList;
import java.util.List;

/** Builds frames for tests: one second of a visible page, to which a test adds what matters. */
public final class Frames {
    private final long sequence;
    private final int second;
    private final int[] summary = new int[SummaryField.COUNT];
    private final List<Signal> signals = new ArrayList<>();
    private final List<VisitorEvent> events = new ArrayList<>();
    private String page = "/demo/checkout";
    private int state = Frame.VISIBLE;

    private Frames(long sequence, int second) {
        this.sequence = sequence;
        this.second = second;
    }

    /** The frame of a second whose sequence is the second plus one. */
    public static Frames at(int second) {
        return new Frames(second + 1L, second);
    }

    /** A frame with a sequence of its own. */
    public static Frames at(long sequence, int second) {
        return new Frames(sequence, second);
    }

    /** With one summary number. */
    public Frames with(SummaryField field, int value) {
        summary[field.ordinal()] = value;
        return this;
    }

    /** With a full second of input. */
    public Frames active() {
        return with(SummaryField.ACTIVE_MS, 1000);
    }

    /** With a signal. */
    public Frames signal(SignalKind kind, String element) {
        signals.add(new Signal(kind, element, 3));
        return this;
    }

    /** With an event. */
    public Frames event(VisitorEvent event) {
        events.add(event);
        return this;
    }

    /** On another page. */
    public Frames page(String path) {
        page = path;
        return this;
    }

    /** With other state bits. */
    public Frames state(int bits) {
        state = bits;
        return this;
    }

    /** The frame. */
    public Frame frame() {
        return new Frame(sequence, second, page, state, Summary.of(summary), signals, events);
    }
}

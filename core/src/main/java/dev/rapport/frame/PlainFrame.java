package dev.rapport.frame;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a frame as widgets write it (RFC 8949: arrays of stated length, whole numbers of at most 32 bits, ASCII texts) straight from the
 * bytes. It takes only what {@link MessageReader} takes and reads it alike; of anything else it says nothing, and that reader says what is
 * wrong. Nearly every message is such a frame.
 */
final class PlainFrame {
    private static final SignalKind[] SIGNALS = SignalKind.values();
    private static final EventKind[] EVENTS = EventKind.values();
    private static final int UNSIGNED = 0;
    private static final int NEGATIVE = 1;
    private static final int TEXT = 3;
    private static final int ARRAY = 4;
    private static final long OTHER = -1;
    private static final boolean[] PATH = ascii(Alphabet::path);
    private static final boolean[] ELEMENT = ascii(Alphabet::element);
    private static final boolean[] NAME = ascii(Alphabet::name);

    private final byte[] bytes;
    private int at;

    /** Set by the first thing that is not plain; what is read after it means nothing. */
    private boolean other;

    private PlainFrame(byte[] bytes) {
        this.bytes = bytes;
    }

    private static boolean[] ascii(Alphabet alphabet) {
        boolean[] has = new boolean[128];
        for (char c = 0; c < has.length; c++) {
            has[c] = alphabet.has(c);
        }
        return has;
    }

    /** The frame in these bytes, null when they are anything but exactly one plain frame. */
    static @Nullable Frame read(byte[] bytes) {
        PlainFrame in = new PlainFrame(bytes);
        Frame frame = in.frame();
        return in.other || in.at != bytes.length ? null : frame;
    }

    private @Nullable Frame frame() {
        if (array(8, 8) != 8 || whole(1, 1) != 1) {
            other = true;
            return null;
        }
        long sequence = whole(1, MessageReader.SEQUENCE_MAX);
        int second = (int) whole(0, MessageReader.SECOND_MAX);
        String page = text(MessageReader.PAGE, PATH);
        other |= page.isEmpty() || page.charAt(0) != '/';
        int state = (int) whole(0, MessageReader.STATE_MAX);
        Summary summary = summary();
        List<Signal> signals = signals();
        List<VisitorEvent> events = events();
        return other ? null : new Frame(sequence, second, page, state, summary, signals, events);
    }

    private Summary summary() {
        int count = array(SummaryField.LEAST, SummaryField.COUNT);
        int[] values = new int[count == SummaryField.LEAST ? count : SummaryField.COUNT];
        for (int i = 0; i < count; i++) {
            values[i] = (int) whole(0, MessageReader.SUMMARY_MAX);
        }
        return Summary.owning(values);
    }

    private List<Signal> signals() {
        int count = array(0, MessageReader.SIGNALS_MAX);
        Signal[] signals = new Signal[count];
        for (int i = 0; i < count && !other; i++) {
            array(3, 3);
            SignalKind kind = SIGNALS[(int) whole(0, SIGNALS.length - 1)];
            String element = text(MessageReader.TEXT, ELEMENT);
            signals[i] = new Signal(kind, element, (int) whole(0, MessageReader.SUMMARY_MAX));
        }
        return other ? List.of() : List.of(signals);
    }

    private List<VisitorEvent> events() {
        int count = array(0, MessageReader.EVENTS_MAX);
        VisitorEvent[] events = new VisitorEvent[count];
        for (int i = 0; i < count && !other; i++) {
            array(3, 3);
            EventKind kind = EVENTS[(int) whole(0, EVENTS.length - 1)];
            String name = text(MessageReader.TEXT, NAME);
            events[i] = new VisitorEvent(kind, name, value());
        }
        return other ? List.of() : List.of(events);
    }

    /** A whole number of an event, which may be negative. */
    private int value() {
        if (at < bytes.length && (bytes[at] & 0xff) >> 5 == NEGATIVE) {
            return (int) (-1 - bounded(NEGATIVE, 0, MessageReader.EVENT_VALUE_MAX - 1));
        }
        return (int) whole(0, MessageReader.EVENT_VALUE_MAX);
    }

    private long whole(long least, long most) {
        return bounded(UNSIGNED, least, most);
    }

    private int array(int least, int most) {
        return (int) bounded(ARRAY, least, most);
    }

    private String text(int most, boolean[] alphabet) {
        int length = (int) bounded(TEXT, 0, most);
        int from = at;
        if (length > bytes.length - from) {
            other = true;
            return "";
        }
        at += length;
        for (int i = from; i < at; i++) {
            byte c = bytes[i];
            if (c < 0 || !alphabet[c]) {
                other = true;
                return "";
            }
        }
        return length == 0 ? "" : new String(bytes, from, length, StandardCharsets.ISO_8859_1);
    }

    /** The argument of an item of this major type, {@code least} when it is no such item or the argument is out of bounds. */
    private long bounded(int major, long least, long most) {
        long value = argument(major);
        if (value < least || value > most) {
            other = true;
            return least;
        }
        return value;
    }

    private long argument(int major) {
        if (at >= bytes.length) {
            return OTHER;
        }
        int head = bytes[at++];
        if ((head & 0xff) >> 5 != major) {
            return OTHER;
        }
        int info = head & 0x1f;
        if (info < 24) {
            return info;
        }
        int count = info <= 26 ? 1 << (info - 24) : Integer.MAX_VALUE;
        if (count > bytes.length - at) {
            return OTHER;
        }
        long value = 0;
        for (int i = 0; i < count; i++) {
            value = (value << 8) | (bytes[at++] & 0xff);
        }
        return value;
    }
}

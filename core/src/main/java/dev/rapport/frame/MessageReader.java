package dev.rapport.frame;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.cbor.CBORParser;
import dev.rapport.session.Device;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one message token by token and checks each value against the schema's limits as it comes. */
final class MessageReader {
    private static final SignalKind[] SIGNALS = SignalKind.values();
    private static final EventKind[] EVENTS = EventKind.values();
    private static final Device[] DEVICES = Device.values();
    static final long SEQUENCE_MAX = Long.MAX_VALUE >> 11;
    static final int SUMMARY_MAX = 1_000_000;
    static final int EVENT_VALUE_MAX = 1_000_000_000;
    static final int SECOND_MAX = 10_000_000;
    static final int STATE_MAX = 15;
    static final int SIGNALS_MAX = 32;
    static final int EVENTS_MAX = 16;
    static final int TEXT = 96;
    static final int PAGE = 160;

    private static final int NO_TAG = -1;

    private final JsonParser parser;
    private final @Nullable CBORParser cbor;

    MessageReader(JsonParser parser) {
        this.parser = parser;
        this.cbor = parser instanceof CBORParser binary ? binary : null;
    }

    /** The next token; a CBOR tag, which would give a value another meaning, is refused. */
    @Nullable
    JsonToken next() throws IOException {
        JsonToken token = parser.nextToken();
        if (cbor != null && cbor.getCurrentTag() != NO_TAG) {
            throw problem("CBOR tag " + cbor.getCurrentTag());
        }
        return token;
    }

    MalformedFrameException problem(String what) {
        return new MalformedFrameException(what, parser.currentLocation().getByteOffset());
    }

    ClientMessage message(@Nullable JsonToken first) throws IOException {
        open(first, "message");
        return switch ((int) integer("tag", 0, 1)) {
            case 0 -> hello();
            default -> frame();
        };
    }

    void end() throws IOException {
        if (next() != null) {
            throw problem("more bytes after the message");
        }
    }

    void open(@Nullable JsonToken token, String what) {
        if (token != JsonToken.START_ARRAY) {
            throw problem(what + " is not an array");
        }
    }

    private void close(String what) throws IOException {
        if (next() != JsonToken.END_ARRAY) {
            throw problem(what + " has too many values");
        }
    }

    private Hello hello() throws IOException {
        String siteKey = text("siteKey", 64, Alphabet::identifier);
        String session = text("session", 64, Alphabet::claim);
        if (session.length() < 16) {
            throw problem("session is shorter than 16 characters");
        }
        String visitor = visitor();
        String page = page();
        String language = text("language", 35, Alphabet::language);
        Device device = DEVICES[(int) integer("device", 0, DEVICES.length - 1)];
        boolean returning = bool("returning");
        Set<Channel> channels = channels();
        boolean simulated = bool("simulated");
        Map<String, String> forced = forced();
        close("hello");
        return new Hello(siteKey, session, visitor, page, language, device, returning, channels, simulated, forced);
    }

    private @Nullable String visitor() throws IOException {
        JsonToken token = next();
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        String visitor = text(token, "visitor", 40, Alphabet::identifier);
        if (visitor.length() < 16) {
            throw problem("visitor is shorter than 16 characters");
        }
        return visitor;
    }

    private Set<Channel> channels() throws IOException {
        int mask = (int) integer("channels", 0, (1 << Channel.values().length) - 1);
        if ((mask & Channel.FRICTION.bit()) == 0) {
            throw problem("channels must hold friction");
        }
        return Channel.fromMask(mask);
    }

    private Map<String, String> forced() throws IOException {
        if (next() != JsonToken.START_OBJECT) {
            throw problem("forced is not a map");
        }
        Map<String, String> forced = new HashMap<>();
        for (JsonToken t = next(); t != JsonToken.END_OBJECT; t = next()) {
            if (t != JsonToken.FIELD_NAME) {
                throw problem("forced has a key that is no text");
            }
            String experiment = checked(parser.currentName(), "forced experiment", 60, Alphabet::identifier);
            String variation = text("forced variation", 60, Alphabet::identifier);
            if (forced.put(experiment, variation) != null) {
                throw problem("forced names " + experiment + " twice");
            }
            if (forced.size() > 16) {
                throw problem("forced has more than 16 entries");
            }
        }
        return forced;
    }

    private Frame frame() throws IOException {
        long sequence = integer("sequence", 1, SEQUENCE_MAX);
        int second = (int) integer("second", 0, SECOND_MAX);
        String page = page();
        int state = (int) integer("state", 0, STATE_MAX);
        Summary summary = summary();
        List<Signal> signals = signals();
        List<VisitorEvent> events = events();
        close("frame");
        return new Frame(sequence, second, page, state, summary, signals, events);
    }

    private Summary summary() throws IOException {
        open(next(), "summary");
        int[] values = new int[SummaryField.COUNT];
        int read = 0;
        for (JsonToken t = next(); t != JsonToken.END_ARRAY; t = next()) {
            if (read == values.length) {
                throw problem("summary has too many values");
            }
            values[read++] = (int) integer(t, "summary", 0, SUMMARY_MAX);
        }
        if (read < SummaryField.LEAST) {
            throw problem("summary has " + read + " numbers, " + SummaryField.LEAST + " is the least");
        }
        return Summary.owning(values);
    }

    private List<Signal> signals() throws IOException {
        open(next(), "signals");
        List<Signal> signals = List.of();
        for (JsonToken t = next(); t != JsonToken.END_ARRAY; t = next()) {
            open(t, "signal");
            SignalKind kind = SIGNALS[(int) integer("signal kind", 0, SIGNALS.length - 1)];
            String element = text("element", TEXT, Alphabet::element);
            int magnitude = (int) integer("magnitude", 0, SUMMARY_MAX);
            close("signal");
            signals = signals.isEmpty() ? new ArrayList<>(4) : signals;
            if (signals.size() == SIGNALS_MAX) {
                throw problem("more than " + SIGNALS_MAX + " signals");
            }
            signals.add(new Signal(kind, element, magnitude));
        }
        return signals;
    }

    private List<VisitorEvent> events() throws IOException {
        open(next(), "events");
        List<VisitorEvent> events = List.of();
        for (JsonToken t = next(); t != JsonToken.END_ARRAY; t = next()) {
            open(t, "event");
            EventKind kind = EVENTS[(int) integer("event kind", 0, EVENTS.length - 1)];
            String name = text("event name", TEXT, Alphabet::name);
            int value = (int) integer("event value", -EVENT_VALUE_MAX, EVENT_VALUE_MAX);
            close("event");
            events = events.isEmpty() ? new ArrayList<>(4) : events;
            if (events.size() == EVENTS_MAX) {
                throw problem("more than " + EVENTS_MAX + " events");
            }
            events.add(new VisitorEvent(kind, name, value));
        }
        return events;
    }

    private long integer(String what, long least, long most) throws IOException {
        return integer(next(), what, least, most);
    }

    private long integer(@Nullable JsonToken token, String what, long least, long most) throws IOException {
        if (token != JsonToken.VALUE_NUMBER_INT) {
            throw problem(what + " is not a whole number");
        }
        switch (parser.getNumberType()) {
            case INT, LONG -> {}
            default -> throw problem(what + " is out of range");
        }
        long value = parser.getLongValue();
        if (value < least || value > most) {
            throw problem(what + " is " + value + ", not " + least + " to " + most);
        }
        return value;
    }

    private boolean bool(String what) throws IOException {
        JsonToken token = next();
        if (token != JsonToken.VALUE_TRUE && token != JsonToken.VALUE_FALSE) {
            throw problem(what + " is neither true nor false");
        }
        return token == JsonToken.VALUE_TRUE;
    }

    private String page() throws IOException {
        String page = text("page", PAGE, Alphabet::path);
        if (page.isEmpty() || page.charAt(0) != '/') {
            throw problem("page does not start with /");
        }
        return page;
    }

    private String text(String what, int most, Alphabet alphabet) throws IOException {
        return text(next(), what, most, alphabet);
    }

    private String text(@Nullable JsonToken token, String what, int most, Alphabet alphabet) throws IOException {
        if (token != JsonToken.VALUE_STRING) {
            throw problem(what + " is not a text");
        }
        return checked(parser.getText(), what, most, alphabet);
    }

    private String checked(String text, String what, int most, Alphabet alphabet) {
        if (text.length() > most) {
            throw problem(what + " is longer than " + most + " characters");
        }
        for (int i = 0; i < text.length(); i++) {
            if (!alphabet.has(text.charAt(i))) {
                throw problem(what + " has a character that is not allowed (U+"
                        + String.format("%04X", (int) text.charAt(i)) + ")");
            }
        }
        return text;
    }
}

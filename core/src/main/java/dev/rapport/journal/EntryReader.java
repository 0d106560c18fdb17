package dev.rapport.journal;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.cbor.CBORParser;
import dev.rapport.frame.Channel;
import dev.rapport.frame.EventKind;
import dev.rapport.frame.Frame;
import dev.rapport.frame.Signal;
import dev.rapport.frame.SignalKind;
import dev.rapport.frame.Summary;
import dev.rapport.frame.SummaryField;
import dev.rapport.frame.VisitorEvent;
import dev.rapport.session.Device;
import dev.rapport.session.Visit;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what {@link EntryWriter} wrote, and nothing else. */
final class EntryReader {
    private final CBORParser in;

    EntryReader(CBORParser in) {
        this.in = in;
    }

    Visit visit() throws IOException {
        String site = text();
        String session = text();
        String unit = text();
        Device device = coded(Device.values());
        String language = text();
        boolean returning = flag();
        var channels = Channel.fromMask(small());
        boolean simulated = flag();
        Map<String, String> forced = new HashMap<>();
        start();
        while (more()) {
            forced.put(currentText(), text());
        }
        return new Visit(site, session, unit, device, language, returning, channels, simulated, forced, instant());
    }

    Frame frame() throws IOException {
        long sequence = whole();
        int second = small();
        String page = text();
        int state = small();
        Summary summary = summary();
        List<Signal> signals = new ArrayList<>();
        start();
        while (more()) {
            signals.add(new Signal(constant(SignalKind.values(), currentSmall()), text(), small()));
        }
        List<VisitorEvent> events = new ArrayList<>();
        start();
        while (more()) {
            events.add(new VisitorEvent(constant(EventKind.values(), currentSmall()), text(), small()));
        }
        return new Frame(sequence, second, page, state, summary, signals, events);
    }

    private Summary summary() throws IOException {
        int[] values = new int[SummaryField.COUNT];
        boolean empty = true;
        start();
        while (more()) {
            int position = constant(SummaryField.values(), currentSmall()).ordinal();
            values[position] = small();
            empty = false;
        }
        return empty ? Summary.EMPTY : Summary.of(values);
    }

    Instant instant() throws IOException {
        return Instant.ofEpochSecond(whole(), small());
    }

    void start() throws IOException {
        want(JsonToken.START_ARRAY, in.nextToken());
    }

    void end() throws IOException {
        want(JsonToken.END_ARRAY, in.nextToken());
    }

    /** Steps to the next element; false at the end of the array. */
    boolean more() throws IOException {
        JsonToken token = in.nextToken();
        if (token == null) {
            throw new MalformedEntryException("journal entry ends in the middle");
        }
        return token != JsonToken.END_ARRAY;
    }

    void nothingMore() throws IOException {
        if (in.nextToken() != null) {
            throw new MalformedEntryException("bytes after the end of the journal entry");
        }
    }

    String text() throws IOException {
        in.nextToken();
        return currentText();
    }

    String currentText() throws IOException {
        want(JsonToken.VALUE_STRING, in.currentToken());
        return in.getText();
    }

    boolean isText() {
        return in.currentToken() == JsonToken.VALUE_STRING;
    }

    long whole() throws IOException {
        want(JsonToken.VALUE_NUMBER_INT, in.nextToken());
        return in.getLongValue();
    }

    int small() throws IOException {
        in.nextToken();
        return currentSmall();
    }

    int currentSmall() throws IOException {
        want(JsonToken.VALUE_NUMBER_INT, in.currentToken());
        return in.getIntValue();
    }

    double number() throws IOException {
        in.nextToken();
        return currentNumber();
    }

    double currentNumber() throws IOException {
        want(JsonToken.VALUE_NUMBER_FLOAT, in.currentToken());
        return in.getDoubleValue();
    }

    boolean flag() throws IOException {
        JsonToken token = in.nextToken();
        if (token != JsonToken.VALUE_TRUE && token != JsonToken.VALUE_FALSE) {
            throw unexpected("true or false", token);
        }
        return token == JsonToken.VALUE_TRUE;
    }

    <E> E coded(E[] constants) throws IOException {
        return constant(constants, small());
    }

    <E extends Enum<E>> E named(Class<E> type, String name) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        throw new MalformedEntryException("journal entry names an unknown " + type.getSimpleName() + ": " + name);
    }

    private static <E> E constant(E[] constants, int code) {
        if (code < 0 || code >= constants.length) {
            throw new MalformedEntryException(
                    "journal entry has unknown code " + code + "; known are 0 to " + (constants.length - 1));
        }
        return constants[code];
    }

    private static void want(JsonToken wanted, @Nullable JsonToken token) {
        if (token != wanted) {
            throw unexpected(wanted.name(), token);
        }
    }

    private static MalformedEntryException unexpected(String wanted, @Nullable JsonToken token) {
        return new MalformedEntryException(
                "journal entry has " + (token == null ? "an end" : token) + " where " + wanted + " belongs");
    }
}

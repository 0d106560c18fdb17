package dev.rapport.models.corpus;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.cbor.CBORParser;
import dev.rapport.models.recording.Recorded;
import dev.rapport.models.site.Inbox;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Keeps one visit's messages byte for byte and answers as the server does: welcome, then acknowledgements. Looks no deeper
 * into a message than its tag and sequence number; a frame sent again is kept once.
 */
final class VisitInbox implements Inbox {
    private static final CBORFactory CBOR = new CBORFactory();
    private final long began = System.nanoTime();
    private final SortedMap<Long, Recorded> frames = new TreeMap<>();
    private byte[] hello = {};

    @Override
    public synchronized String received(byte[] message) {
        long sequence = sequence(message);
        if (sequence < 0) {
            if (hello.length == 0) {
                hello = message;
            }
            long durable = frames.isEmpty() ? 0 : frames.lastKey();
            return "{\"t\":\"welcome\",\"seq\":" + durable
                    + ",\"channels\":[\"friction\",\"typing\",\"pointer\"],\"paused\":false}";
        }
        double at = (System.nanoTime() - began) / 1e9;
        frames.putIfAbsent(sequence, new Recorded(at, message));
        return "{\"t\":\"ack\",\"seq\":" + sequence + "}";
    }

    @Override
    public String posted(byte[] body) {
        List<String> answers = new ArrayList<>();
        for (byte[] message : split(body)) {
            answers.add(received(message));
        }
        return "[" + String.join(",", answers) + "]";
    }

    /** The first hello; empty when the widget never spoke. */
    synchronized byte[] hello() {
        return hello.clone();
    }

    /** All frames in order of their sequence numbers, arrival times never falling. */
    synchronized List<Recorded> frames() {
        List<Recorded> ordered = new ArrayList<>();
        double last = 0;
        for (Recorded frame : frames.values()) {
            last = Math.max(last, frame.at());
            ordered.add(new Recorded(last, frame.bytes()));
        }
        return ordered;
    }

    /** -1 for a hello, else the frame's sequence number. */
    private static long sequence(byte[] message) {
        try (CBORParser parser = CBOR.createParser(message)) {
            if (parser.nextToken() != JsonToken.START_ARRAY || parser.nextToken() != JsonToken.VALUE_NUMBER_INT) {
                throw new CorpusException("the widget sent something that is no message: " + Arrays.toString(message));
            }
            if (parser.getIntValue() == 0) {
                return -1;
            }
            parser.nextToken();
            return parser.getLongValue();
        } catch (IOException e) {
            throw new CorpusException("the widget sent bytes that are no CBOR: " + e.getMessage());
        }
    }

    private static List<byte[]> split(byte[] body) {
        List<byte[]> messages = new ArrayList<>();
        try (CBORParser parser = CBOR.createParser(body)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.START_ARRAY) {
                int from = (int) parser.currentTokenLocation().getByteOffset();
                parser.skipChildren();
                messages.add(Arrays.copyOfRange(
                        body, from, (int) parser.currentLocation().getByteOffset()));
            }
            return messages;
        } catch (IOException e) {
            throw new CorpusException("the widget posted bytes that are no CBOR: " + e.getMessage());
        }
    }

    /** Seconds since this visit began. */
    double clock() {
        return (System.nanoTime() - began) / 1e9;
    }
}

package dev.rapport.frame;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.cbor.CBORParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The bytes of protocol {@code rapport.v1}: CBOR arrays, or the same arrays as JSON text, in the order of {@code
 * frame-schema.json}. Strict: anything that the schema does not name is a {@link MalformedFrameException}. Thread-safe.
 */
public final class FrameCodec {
    /** Longest message in bytes; longer ones are refused before they are read. */
    public static final int MAX_MESSAGE = 16_384;

    /** Longest POST body in bytes: a page's last beacon may hold 64 KB. */
    public static final int MAX_BATCH = 131_072;

    private static final StreamReadConstraints TIGHT = StreamReadConstraints.builder()
            .maxNestingDepth(8)
            .maxStringLength(4_096)
            .maxNameLength(96)
            .maxNumberLength(32)
            .maxDocumentLength(MAX_BATCH)
            .build();
    private static final CBORFactory CBOR = CBORFactory.builder()
            .streamReadConstraints(TIGHT)
            .enable(CBORParser.Feature.READ_UNDEFINED_AS_EMBEDDED_OBJECT)
            .enable(CBORParser.Feature.READ_SIMPLE_VALUE_AS_EMBEDDED_OBJECT)
            .build();
    private static final JsonFactory JSON =
            JsonFactory.builder().streamReadConstraints(TIGHT).build();

    private FrameCodec() {}

    /**
     * Reads one message. A first byte of {@code [} or white space means JSON, everything else CBOR.
     *
     * @throws MalformedFrameException saying what is wrong and at which byte
     */
    public static ClientMessage decode(byte[] message) {
        refuseOver(MAX_MESSAGE, message);
        Frame plain = PlainFrame.read(message);
        return plain != null ? plain : decodeAny(message);
    }

    /** As {@link #decode}, by the reader that knows every way in which a message may be written. */
    static ClientMessage decodeAny(byte[] message) {
        try (JsonParser parser = parser(message)) {
            MessageReader reader = new MessageReader(parser);
            ClientMessage read = reader.message(reader.next());
            reader.end();
            return read;
        } catch (IOException e) {
            throw malformed(e);
        }
    }

    /**
     * Reads the body of a POST: one array of a hello and frames, at most {@code limit} messages.
     *
     * @throws MalformedFrameException saying what is wrong and at which byte
     */
    public static List<ClientMessage> decodeBatch(byte[] body, int limit) {
        refuseOver(MAX_BATCH, body);
        try (JsonParser parser = parser(body)) {
            MessageReader reader = new MessageReader(parser);
            List<ClientMessage> messages = new ArrayList<>();
            reader.open(reader.next(), "batch");
            for (JsonToken t = reader.next(); t != JsonToken.END_ARRAY; t = reader.next()) {
                if (messages.size() == limit) {
                    throw reader.problem("more than " + limit + " messages in a batch");
                }
                messages.add(reader.message(t));
            }
            reader.end();
            return messages;
        } catch (IOException e) {
            throw malformed(e);
        }
    }

    /** Writes a message as CBOR. */
    public static byte[] encode(ClientMessage message) {
        return write(CBOR, message);
    }

    /** Writes a message as JSON text, as the widget's debug mode does. */
    public static byte[] encodeJson(ClientMessage message) {
        return write(JSON, message);
    }

    private static void refuseOver(int most, byte[] bytes) {
        if (bytes.length > most) {
            throw new MalformedFrameException("message of " + bytes.length + " bytes, " + most + " is the most", -1);
        }
    }

    private static JsonParser parser(byte[] bytes) throws IOException {
        if (bytes.length == 0) {
            throw new MalformedFrameException("empty message", 0);
        }
        byte first = bytes[0];
        boolean json = first == '[' || first == ' ' || first == '\n' || first == '\t' || first == '\r';
        return (json ? JSON : CBOR).createParser(bytes);
    }

    private static MalformedFrameException malformed(IOException e) {
        if (e instanceof JsonProcessingException p) {
            long offset = p.getLocation() == null ? -1 : p.getLocation().getByteOffset();
            return new MalformedFrameException(firstLine(p.getOriginalMessage()), offset);
        }
        return new MalformedFrameException(firstLine(e.getMessage()), -1);
    }

    private static String firstLine(@org.jspecify.annotations.Nullable String text) {
        String line = text == null ? "unreadable" : text.lines().findFirst().orElse("unreadable");
        return line.length() > 160 ? line.substring(0, 160) : line;
    }

    private static byte[] write(JsonFactory factory, ClientMessage message) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(160);
        try (JsonGenerator g = factory.createGenerator(out)) {
            switch (message) {
                case Hello hello -> write(g, hello);
                case Frame frame -> write(g, frame);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void write(JsonGenerator g, Hello hello) throws IOException {
        g.writeStartArray(null, 11);
        g.writeNumber(0);
        g.writeString(hello.siteKey());
        g.writeString(hello.session());
        g.writeString(hello.visitor());
        g.writeString(hello.page());
        g.writeString(hello.language());
        g.writeNumber(hello.device().ordinal());
        g.writeBoolean(hello.returning());
        g.writeNumber(Channel.toMask(hello.channels()));
        g.writeBoolean(hello.simulated());
        g.writeStartObject(null, hello.forced().size());
        for (Map.Entry<String, String> entry : new java.util.TreeMap<>(hello.forced()).entrySet()) {
            g.writeStringField(entry.getKey(), entry.getValue());
        }
        g.writeEndObject();
        g.writeEndArray();
    }

    private static void write(JsonGenerator g, Frame frame) throws IOException {
        g.writeStartArray(null, 8);
        g.writeNumber(1);
        g.writeNumber(frame.sequence());
        g.writeNumber(frame.second());
        g.writeString(frame.page());
        g.writeNumber(frame.state());
        g.writeArray(frame.summary().toArray(), 0, frame.summary().length());
        g.writeStartArray(null, frame.signals().size());
        for (Signal signal : frame.signals()) {
            g.writeStartArray(null, 3);
            g.writeNumber(signal.kind().ordinal());
            g.writeString(signal.element());
            g.writeNumber(signal.magnitude());
            g.writeEndArray();
        }
        g.writeEndArray();
        g.writeStartArray(null, frame.events().size());
        for (VisitorEvent event : frame.events()) {
            g.writeStartArray(null, 3);
            g.writeNumber(event.kind().ordinal());
            g.writeString(event.name());
            g.writeNumber(event.value());
            g.writeEndArray();
        }
        g.writeEndArray();
        g.writeEndArray();
    }
}

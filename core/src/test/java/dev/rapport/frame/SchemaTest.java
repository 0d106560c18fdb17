package dev.rapport.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rapport.session.Device;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The enums against {@code frame-schema.json}, from which the widget's constants are made. */
class SchemaTest {
    private final JsonNode schema = read();

    private static JsonNode read() {
        try (InputStream in = FrameCodec.class.getResourceAsStream("frame-schema.json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> names(String list, Function<JsonNode, String> name) {
        return StreamSupport.stream(schema.get(list).spliterator(), false)
                .map(name)
                .toList();
    }

    private static <T> List<String> words(T[] values, Function<T, String> word) {
        return Stream.of(values).map(word).toList();
    }

    @Test
    void summaryFieldsFollowTheSchema() {
        assertEquals(
                names(
                        "summary",
                        n -> n.get("name").asText() + " " + n.get("channel").asText()),
                words(SummaryField.values(), f -> f.word() + " " + f.channel().word()));
    }

    @Test
    void everySummaryFieldMergesBySum() {
        assertEquals(
                List.of("sum"),
                names("summary", n -> n.get("merge").asText()).stream()
                        .distinct()
                        .toList());
    }

    @Test
    void signalKindsFollowTheSchema() {
        assertEquals(names("signals", n -> n.get("name").asText()), words(SignalKind.values(), SignalKind::word));
    }

    @Test
    void eventKindsFollowTheSchema() {
        assertEquals(names("events", n -> n.get("name").asText()), words(EventKind.values(), EventKind::word));
    }

    @Test
    void channelsFollowTheSchema() {
        assertEquals(names("channels", JsonNode::asText), words(Channel.values(), Channel::word));
    }

    @Test
    void devicesFollowTheSchema() {
        assertEquals(names("devices", JsonNode::asText), words(Device.values(), Device::word));
    }

    @Test
    void stateBitsFollowTheSchema() {
        assertEquals(
                List.of(
                        "visible " + Frame.VISIBLE,
                        "typing " + Frame.TYPING,
                        "dragging " + Frame.DRAGGING,
                        "loading " + Frame.LOADING),
                names(
                        "states",
                        n -> n.get("name").asText() + " " + (1 << n.get("bit").asInt())));
    }

    @Test
    void leastNumbersFollowTheSchema() {
        assertEquals(schema.get("limits").get("summaryLeast").asInt(), SummaryField.LEAST);
    }

    @Test
    void messageLimitFollowsTheSchema() {
        assertEquals(schema.get("limits").get("messageBytes").asInt(), FrameCodec.MAX_MESSAGE);
    }
}

package dev.rapport.frame;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The codec against {@code cases.json}, which the widget's tests read too. */
class GoldenCasesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** One entry of the file. */
    record Case(JsonNode node) {
        byte[] bytes() {
            return HexFormat.of().parseHex(node.get("hex").asText());
        }

        @Override
        public String toString() {
            return node.get("name").asText();
        }
    }

    static Stream<Case> valid() throws IOException {
        return cases().filter(c -> c.node().has("json"));
    }

    static Stream<Case> invalid() throws IOException {
        return cases().filter(c -> c.node().has("error"));
    }

    private static Stream<Case> cases() throws IOException {
        try (InputStream in = FrameCodec.class.getResourceAsStream("cases.json")) {
            return StreamSupport.stream(JSON.readTree(in).spliterator(), false).map(Case::new);
        }
    }

    @ParameterizedTest
    @MethodSource("valid")
    void writesTheGoldenBytesOfWhatItRead(Case valid) {
        assertArrayEquals(valid.bytes(), FrameCodec.encode(FrameCodec.decode(valid.bytes())));
    }

    @ParameterizedTest
    @MethodSource("valid")
    void readsTheSameFromJson(Case valid) throws IOException {
        byte[] json = JSON.writeValueAsBytes(valid.node().get("json"));
        assertEquals(FrameCodec.decode(valid.bytes()), FrameCodec.decode(json));
    }

    @ParameterizedTest
    @MethodSource("valid")
    void writesTheGoldenJson(Case valid) throws IOException {
        byte[] json = FrameCodec.encodeJson(FrameCodec.decode(valid.bytes()));
        assertEquals(valid.node().get("json"), JSON.readTree(json));
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void refusesAndSaysWhy(Case invalid) {
        MalformedFrameException refusal =
                assertThrows(MalformedFrameException.class, () -> FrameCodec.decode(invalid.bytes()));
        String why = String.valueOf(refusal.getMessage());
        assertTrue(why.contains(invalid.node().get("error").asText()), why);
        assertTrue(refusal.offset() <= invalid.bytes().length, why);
    }
}

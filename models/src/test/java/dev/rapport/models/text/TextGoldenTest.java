package dev.rapport.models.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The server's scorer and the widget's agree on this file; {@code widget/test/text.test.ts} reads it too. Run with {@code
 * -Drapport.golden=write} after training to make it anew.
 */
class TextGoldenTest {
    private static final Path FILE = Path.of("src/test/resources/dev/rapport/models/text/golden.json");
    private static final List<String> TEXTS = List.of(
            "This is so annoying, nothing works!!!",
            "I don’t understand what you want from me??",
            "Thank you so much, that helped a lot :)",
            "I miss my old phone and I am sad",
            "ok",
            "",
            "   \t\n ",
            "WHY DOES THE BUTTON NOT WORK",
            "Straße und Übergröße: warum geht das nicht?",
            "İstanbul'da sipariş veremiyorum ΣΑΣ ΟΔΟΣ",
            "为什么 按钮 没有 反应",
            "Grrr 😡😡😡 worst 👩‍👩‍👧 shop é́ ever",
            "\u0000\u0007 a\u00a0b\u2003c \u200b d\ud800 e",
            "12345 67890 ٣٤٥ days late",
            "so bad ".repeat(1_000));

    @Test
    void agrees() throws IOException {
        try (TextModel model = TextModel.bundled()) {
            if ("write".equals(System.getProperty("rapport.golden"))) {
                write(model);
            }
            JsonNode golden = new ObjectMapper().readTree(Files.readString(FILE));
            assertEquals(TEXTS.size(), golden.size());
            for (JsonNode one : golden) {
                check(model, one);
            }
        }
    }

    private static void check(TextModel model, JsonNode one) {
        String text = one.path("text").asText();
        TextPieces pieces = TextPieces.of(text);
        assertEquals(one.path("words").asInt(), pieces.words(), text);
        int[] buckets = IntStream.range(0, one.path("buckets").size())
                .map(i -> one.path("buckets").path(i).asInt())
                .toArray();
        assertArrayEquals(buckets, pieces.buckets(), text);
        if (one.path("score").isNull()) {
            assertInstanceOf(TextScore.Unknown.class, model.score(text));
            return;
        }
        TextScore.Known known = assertInstanceOf(TextScore.Known.class, model.score(text));
        known.probabilities().forEach((label, p) -> {
            double wanted = one.path("score").path(label.word()).asDouble(-1);
            assertTrue(Math.abs(wanted - p) < 1e-3, () -> text + ": " + label + " is " + p + ", not " + wanted);
        });
    }

    private static void write(TextModel model) throws IOException {
        ObjectMapper json = new ObjectMapper();
        ArrayNode all = json.createArrayNode();
        for (String text : TEXTS) {
            TextPieces pieces = TextPieces.of(text);
            ObjectNode one = all.addObject().put("text", text).put("words", pieces.words());
            ArrayNode buckets = one.putArray("buckets");
            for (int bucket : pieces.buckets()) {
                buckets.add(bucket);
            }
            switch (model.score(text)) {
                case TextScore.Unknown u -> one.putNull("score");
                case TextScore.Known known -> {
                    ObjectNode score = one.putObject("score");
                    for (TextLabel label : TextLabel.values()) {
                        Double p = known.probabilities().get(label);
                        score.put(label.word(), p == null ? -1 : p);
                    }
                    score.put("certainty", known.certainty());
                }
            }
        }
        Files.createDirectories(FILE.getParent());
        // Plain ASCII, so that no tool between here and the widget's test can change a character.
        byte[] bytes = json.writer()
                .with(com.fasterxml.jackson.core.JsonGenerator.Feature.ESCAPE_NON_ASCII)
                .writeValueAsBytes(all);
        Files.write(FILE, bytes);
    }
}

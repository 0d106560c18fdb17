package dev.rapport.models.recording;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A {@code .jsonl.gz} file: a {@link RecordingHeader}, then one {@link RecordedVisit} a line. Bytes are Base64, times are
 * seconds with two decimals. Layout with an example: {@code models/corpus/README.md}.
 *
 * @param header the first line
 * @param visits the other lines
 * @param sha256 of the uncompressed text, hex: the data hash that a model carries
 */
public record Recordings(RecordingHeader header, List<RecordedVisit> visits, String sha256) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Base64.Decoder DECODER = Base64.getDecoder();
    private static final Base64.Encoder ENCODER = Base64.getEncoder().withoutPadding();

    public Recordings {
        visits = List.copyOf(visits);
    }

    /** Reads and checks a whole file; the first problem is a {@link RecordingException} with its line number. */
    public static Recordings read(Path file) {
        byte[] text;
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            text = in.readAllBytes();
        } catch (java.nio.file.NoSuchFileException e) {
            throw new RecordingException(
                    "There is no recordings file at " + file + "; make one with 'rapport corpus record --out FILE'.");
        } catch (IOException e) {
            throw new RecordingException(file + " is not a gzip file that can be read: " + e.getMessage());
        }
        List<RecordedVisit> visits = new ArrayList<>();
        RecordingHeader header = null;
        Set<String> ids = new HashSet<>();
        int line = 0;
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(new ByteArrayInputStream(text), StandardCharsets.UTF_8))) {
            for (String next = lines.readLine(); next != null; next = lines.readLine()) {
                line++;
                JsonNode node = JSON.readTree(next);
                if (header == null) {
                    header = header(node);
                } else {
                    RecordedVisit visit = visit(node);
                    if (!ids.add(visit.id())) {
                        throw new IllegalArgumentException("visit " + visit.id() + " occurs twice");
                    }
                    visits.add(visit);
                }
            }
        } catch (JsonProcessingException e) {
            throw new RecordingException(file + " line " + line + " is not JSON: " + e.getOriginalMessage());
        } catch (IOException | IllegalArgumentException e) {
            throw new RecordingException(file + " line " + line + ": " + e.getMessage());
        }
        if (header == null || visits.isEmpty()) {
            throw new RecordingException(file + " holds no visits; record again with 'rapport corpus record'.");
        }
        return new Recordings(header, visits, sha256(text));
    }

    private static RecordingHeader header(JsonNode node) throws JsonProcessingException {
        if (!RecordingHeader.FORMAT.equals(node.path("format").asText())) {
            throw new IllegalArgumentException(
                    "this is no Rapport recordings file (no \"format\":\"" + RecordingHeader.FORMAT + "\")");
        }
        RecordingHeader header = JSON.treeToValue(node, RecordingHeader.class);
        if (header.version() != RecordingHeader.VERSION || !RecordingHeader.PROTOCOL.equals(header.protocol())) {
            throw new IllegalArgumentException("layout " + header.version() + " with protocol " + header.protocol()
                    + "; this build reads layout " + RecordingHeader.VERSION + " with " + RecordingHeader.PROTOCOL
                    + ", so record again");
        }
        return header;
    }

    private static RecordedVisit visit(JsonNode node) throws JsonProcessingException {
        List<Recorded> frames = new ArrayList<>();
        double last = 0;
        for (JsonNode frame : node.path("frames")) {
            double at = frame.path(0).asDouble(-1);
            if (at < last) {
                throw new IllegalArgumentException("frame times fall at frame " + frames.size());
            }
            last = at;
            frames.add(new Recorded(at, DECODER.decode(frame.path(1).asText())));
        }
        List<Truth> truths = new ArrayList<>();
        for (JsonNode truth : node.path("truth")) {
            truths.add(JSON.treeToValue(truth, Truth.class));
        }
        return new RecordedVisit(
                word(node, "id"),
                node.path("seed").asLong(),
                word(node, "persona"),
                word(node, "page"),
                word(node, "kind"),
                word(node, "variant"),
                choice(node, "mood", "calm", "struggling"),
                choice(node, "outcome", "done", "gave-up"),
                node.path("seconds").asDouble(),
                DECODER.decode(word(node, "hello")),
                frames,
                truths);
    }

    private static String word(JsonNode node, String key) {
        String word = node.path(key).asText("");
        if (word.isEmpty()) {
            throw new IllegalArgumentException("'" + key + "' is missing");
        }
        return word;
    }

    private static String choice(JsonNode node, String key, String... known) {
        String word = word(node, key);
        if (!List.of(known).contains(word)) {
            throw new IllegalArgumentException(
                    "'" + key + "' is '" + word + "'; known are " + String.join(", ", known));
        }
        return word;
    }

    /** Writes header and visits; the same input gives the same bytes. */
    public static void write(Path file, RecordingHeader header, List<RecordedVisit> visits) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Writer out = new OutputStreamWriter(new GZIPOutputStream(bytes), StandardCharsets.UTF_8)) {
            out.write(JSON.writeValueAsString(header));
            out.write('\n');
            for (RecordedVisit visit : visits) {
                out.write(JSON.writeValueAsString(json(visit)));
                out.write('\n');
            }
        }
        Files.write(file, bytes.toByteArray());
    }

    private static ObjectNode json(RecordedVisit visit) {
        ObjectNode node = JSON.createObjectNode()
                .put("id", visit.id())
                .put("seed", visit.seed())
                .put("persona", visit.persona())
                .put("page", visit.page())
                .put("kind", visit.kind())
                .put("variant", visit.variant())
                .put("mood", visit.mood())
                .put("outcome", visit.outcome())
                .put("seconds", cents(visit.seconds()))
                .put("hello", ENCODER.encodeToString(visit.hello()));
        ArrayNode truths = node.putArray("truth");
        for (Truth truth : visit.truths()) {
            truths.addObject()
                    .put("from", cents(truth.from()))
                    .put("to", cents(truth.to()))
                    .put("defect", truth.defect())
                    .put("type", truth.type())
                    .put("solved", truth.solved());
        }
        ArrayNode frames = node.putArray("frames");
        for (Recorded frame : visit.frames()) {
            frames.addArray().add(cents(frame.at())).add(ENCODER.encodeToString(frame.bytes()));
        }
        return node;
    }

    private static double cents(double seconds) {
        return Math.round(seconds * 100) / 100.0;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("no SHA-256 on this JVM", e);
        }
    }
}

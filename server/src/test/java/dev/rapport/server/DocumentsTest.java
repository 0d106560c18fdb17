package dev.rapport.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rapport.frame.Channel;
import dev.rapport.frame.FrameCodec;
import dev.rapport.privacy.ChannelGate;
import dev.rapport.privacy.Ground;
import dev.rapport.privacy.Jurisdiction;
import dev.rapport.privacy.PrivacyPolicy.Purpose;
import dev.rapport.privacy.Ruling;
import dev.rapport.ui.wording.SiteWords;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The documents' tables say what the program says. Run with {@code -Drapport.documents=write} to bring them up to date.
 */
class DocumentsTest {
    private static final Path ROOT = Path.of("..");
    private static final Path GATE = ROOT.resolve("docs/channels.md");
    private static final Path COLLECTED = ROOT.resolve("docs/what-is-collected.md");

    @Test
    void readmeListsEverySetting() throws IOException {
        check(ROOT.resolve("README.md"), "configuration", ServerConfig.markdown());
    }

    @Test
    void everythingOnTheWireIsDocumented() throws IOException {
        JsonNode schema;
        try (InputStream in =
                Objects.requireNonNull(FrameCodec.class.getResourceAsStream("/dev/rapport/frame/frame-schema.json"))) {
            schema = new ObjectMapper().readTree(in);
        }
        StringBuilder channels = new StringBuilder("| channel | what it is | needs |\n|---|---|---|\n");
        for (JsonNode channel : schema.path("channels")) {
            channels.append("| ").append(channel(channel.asText())).append(" |\n");
        }
        check(COLLECTED, "channels", channels.toString());
        check(COLLECTED, "summary", table(schema.path("summary"), "number", "unit", "channel"));
        check(COLLECTED, "signals", table(schema.path("signals"), "signal", "magnitude"));
        check(COLLECTED, "events", table(schema.path("events"), "event", "value"));
    }

    @Test
    void theChannelGateIsDocumented() throws IOException {
        StringBuilder table = new StringBuilder("| visitors are |");
        for (Jurisdiction place : Jurisdiction.values()) {
            table.append(' ').append(SiteWords.place(place)).append(" |");
        }
        table.append("\n|")
                .append("---|".repeat(Jurisdiction.values().length + 1))
                .append('\n');
        for (Purpose purpose : Purpose.values()) {
            table.append("| ").append(SiteWords.purpose(purpose)).append(" |");
            for (Jurisdiction place : Jurisdiction.values()) {
                table.append(' ').append(cell(purpose, place)).append(" |");
            }
            table.append('\n');
        }
        check(GATE, "table", table.toString());
        StringBuilder grounds = new StringBuilder("| number | what the console says | source |\n|---|---|---|\n");
        for (Ground ground : Ground.values()) {
            grounds.append("| ").append(ground.ordinal() + 1).append(" | ");
            grounds.append(ground.plain()).append(" | ").append(ground.source()).append(" |\n");
        }
        check(GATE, "grounds", grounds.toString());
    }

    /** "all", "friction ²", or what is left out with the number of the ground. */
    private static String cell(Purpose purpose, Jurisdiction place) {
        Set<Channel> refused = EnumSet.noneOf(Channel.class);
        Set<Ground> grounds = EnumSet.noneOf(Ground.class);
        for (Channel channel : Channel.values()) {
            if (ChannelGate.rule(purpose, place, channel) instanceof Ruling.Refused(Ground ground)) {
                refused.add(channel);
                grounds.add(ground);
            }
        }
        String numbers =
                grounds.stream().map(g -> String.valueOf(g.ordinal() + 1)).collect(Collectors.joining(", "));
        if (refused.isEmpty()) {
            return "all";
        }
        if (refused.size() == Channel.values().length - 1) {
            return "friction only (" + numbers + ")";
        }
        return "no " + refused.stream().map(Channel::word).collect(Collectors.joining(", no ")) + " (" + numbers + ")";
    }

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        try (Stream<Path> files = Stream.of(ROOT, ROOT.resolve("docs")).flatMap(DocumentsTest::documents)) {
            files.forEach(DocumentsTest::checkLinks);
        }
    }

    private static String channel(String name) {
        return switch (name) {
            case "friction" -> "`friction` | what the page did to the visitor's task | consent";
            case "typing" -> "`typing` | counts and sums of gaps between key presses | consent, and the site's purpose";
            case "pointer" ->
                "`pointer` | length, turns and rests of the pointer's path | consent, and the site's purpose";
            case "text" -> "`text` | sentiment of what the visitor writes, scored on the page | an opt-in of its own";
            case "face" -> "`face` | ratios of face landmarks, computed on the device | an opt-in of its own";
            case "voice" -> "`voice` | prosody, computed on the device | an opt-in of its own";
            case "heart" -> "`heart` | heart rate from a sensor | an opt-in of its own";
            case "body" -> "`body` | how a hand-held device is moved and turned | an opt-in of its own";
            default -> throw new AssertionError("say what the channel " + name + " is");
        };
    }

    private static String table(JsonNode rows, String first, String... columns) {
        StringBuilder table =
                new StringBuilder("| " + first + " | " + String.join(" | ", columns) + " | meaning |\n|---|");
        table.append("---|".repeat(columns.length + 1)).append('\n');
        for (JsonNode row : rows) {
            table.append("| `").append(row.path("name").asText()).append("` |");
            for (String column : columns) {
                table.append(' ').append(row.path(column).asText()).append(" |");
            }
            table.append(' ').append(row.path("means").asText()).append(" |\n");
        }
        return table.toString();
    }

    private static void check(Path document, String name, String body) throws IOException {
        String text = Files.readString(document);
        String open = "<!-- " + name + " -->\n";
        String close = "<!-- /" + name + " -->";
        int from = text.indexOf(open);
        int to = text.indexOf(close);
        assertTrue(from >= 0 && to > from, document + " has no part " + name);
        String there = text.substring(from + open.length(), to);
        if (System.getProperty("rapport.documents", "check").equals("write") && !there.equals(body)) {
            Files.writeString(document, text.substring(0, from + open.length()) + body + text.substring(to));
            return;
        }
        assertEquals(body, there, document + ", part " + name + "; re-make it with -Drapport.documents=write");
    }

    private static Stream<Path> documents(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().toLowerCase(Locale.ROOT).endsWith(".md")).toList().stream();
        } catch (IOException e) {
            throw new AssertionError(folder + " cannot be listed", e);
        }
    }

    private static void checkLinks(Path document) {
        String text;
        try {
            text = Files.readString(document);
        } catch (IOException e) {
            throw new AssertionError(document + " cannot be read", e);
        }
        java.util.regex.Matcher links =
                java.util.regex.Pattern.compile("\\]\\((?!https?:|#)([^)#]+)").matcher(text);
        while (links.find()) {
            Path target = Objects.requireNonNull(document.toAbsolutePath().getParent())
                    .resolve(links.group(1));
            assertTrue(Files.exists(target), document + " links to " + links.group(1) + ", which is not there");
        }
    }
}

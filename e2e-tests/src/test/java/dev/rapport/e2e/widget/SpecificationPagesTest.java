package dev.rapport.e2e.widget;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dev.rapport.e2e.support.Browser;
import dev.rapport.e2e.support.Edit;
import dev.rapport.e2e.support.Hands;
import dev.rapport.e2e.support.HostPages;
import dev.rapport.e2e.support.RunningServer;
import dev.rapport.e2e.support.Wire;
import dev.rapport.frame.Signal;
import dev.rapport.frame.SummaryField;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Plays every page below {@code pages/signals}, {@code pages/honest} and {@code pages/edge} with trusted input and compares what the widget
 * sent with what the page says must and must not be reported. {@code -Drapport.page=WORD} plays only pages whose name has
 * the word.
 */
class SpecificationPagesTest {
    private static final Pattern VISIT = Pattern.compile("id=\"visit\">\\s*(.*?)</script>", Pattern.DOTALL);

    private static final Browser BROWSER = new Browser();
    private static final HostPages HOST = new HostPages();
    private static final RunningServer SERVER = new RunningServer();

    @BeforeAll
    static void embed() {
        HOST.embed(SERVER.publicUrl());
        SERVER.change(Edit.senseEverythingShowNothing(HOST.origin()));
    }

    @AfterAll
    static void close() {
        BROWSER.close();
        HOST.close();
        SERVER.close();
    }

    static Stream<String> pages() throws IOException {
        Path root = Path.of("src/test/resources/pages");
        List<String> names = new ArrayList<>();
        for (String folder : List.of("signals", "honest", "edge")) {
            try (Stream<Path> files = Files.list(root.resolve(folder))) {
                files.map(f -> folder + "/" + f.getFileName().toString().replace(".html", ""))
                        .sorted()
                        .forEach(names::add);
            }
        }
        String only = System.getProperty("rapport.page", "");
        return names.stream().filter(name -> !visit(name).visitedByAnother() && name.contains(only));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void reportsWhatThePageSaysAndNothingElse(String name) {
        Visit visit = visit(name);
        try (BrowserContext context = visit.touch() ? BROWSER.visitor(400, 800, true) : BROWSER.visitor()) {
            Page page = context.newPage();
            Wire wire = new Wire(page);
            page.navigate(HOST.page(name));
            page.waitForTimeout(600);
            visit.play(page, new Hands(page));
            List<Signal> seen = wire.signals();
            for (Visit.Expected expected : visit.expected()) {
                assertTrue(
                        seen.stream()
                                .anyMatch(s -> s.kind() == expected.kind()
                                        && (expected.element().isEmpty()
                                                || s.element().equals(expected.element()))),
                        () -> name + ": expected " + expected + ", saw " + seen);
            }
            for (var kind : visit.never()) {
                assertTrue(
                        seen.stream().noneMatch(s -> s.kind() == kind),
                        () -> name + ": must not report " + kind + ", saw " + seen);
            }
            int costMicros = wire.frames().stream()
                    .mapToInt(f -> f.summary().get(SummaryField.COST_US))
                    .max()
                    .orElse(0);
            assertTrue(
                    costMicros <= 1000 * visit.cost(),
                    () -> name + ": the widget took " + costMicros + " µs in one second");
            assertTrue(!wire.frames().isEmpty(), () -> name + ": the widget sent nothing, so nothing was tested");
        }
    }

    private static Visit visit(String name) {
        try {
            String html =
                    Files.readString(Path.of("src/test/resources/pages/" + name + ".html"), StandardCharsets.UTF_8);
            Matcher matcher = VISIT.matcher(html);
            if (!matcher.find()) {
                throw new IllegalStateException(name + " has no visit");
            }
            return Visit.parse(matcher.group(1));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

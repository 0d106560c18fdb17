package dev.rapport.models.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapport.models.human.Persona;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ManifestTest {
    private static final Path PAGES = Path.of("corpus/pages");

    @TempDir
    Path folder;

    private String refusal(String manifest) throws IOException {
        Files.writeString(folder.resolve("page.json"), manifest);
        return String.valueOf(assertThrows(CorpusException.class, () -> Manifest.pages(folder))
                .getMessage());
    }

    @Test
    void readsThirtyPagesInTenKinds() {
        List<PageSpec> pages = Manifest.pages(PAGES);
        assertTrue(pages.size() >= 30);
        assertEquals(10, pages.stream().map(PageSpec::kind).distinct().count());
    }

    @Test
    void findsEveryTargetAndDefectOnItsPage() throws IOException {
        for (PageSpec page : Manifest.pages(PAGES)) {
            String html = Files.readString(PAGES.resolve(page.id() + ".html"));
            Set<String> ids = new HashSet<>();
            page.defects().forEach(d -> {
                assertTrue(ids.add(d.id()), page.id() + " " + d.id());
                String word = d.on().replaceFirst("^#", "").replaceFirst("-.*", "");
                assertTrue(html.contains(word), page.id() + " has no " + d.on());
            });
        }
    }

    @Test
    void plantsEveryTypeOfDefectSomewhere() {
        Set<Defect.Type> planted = Manifest.pages(PAGES).stream()
                .flatMap(page -> page.defects().stream())
                .map(Defect::type)
                .collect(Collectors.toSet());
        assertEquals(Set.of(Defect.Type.values()).size() - 1, planted.size(), planted.toString());
    }

    @Test
    void readsAtLeastEighteenPersonas() {
        List<Persona> personas = Manifest.personas(Path.of("corpus/personas.json"));
        assertTrue(personas.size() >= 18);
        assertEquals(
                personas.size(), personas.stream().map(Persona::id).distinct().count());
    }

    @Test
    void namesTheStepWithoutAction() throws IOException {
        String message = refusal("{\"kind\":\"k\",\"tasks\":[{\"id\":\"t\",\"steps\":[{\"text\":\"x\"}]}]}");
        assertTrue(message.contains("exactly one action"), message);
    }

    @Test
    void listsTheKnownWordsWhenOneIsUnknown() throws IOException {
        String message = refusal("{\"kind\":\"k\",\"tasks\":[{\"id\":\"t\",\"steps\":[{\"jump\":\"#x\"}]}]}");
        assertTrue(message.contains("unknown word 'jump'; known are [read, click"), message);
    }

    @Test
    void saysWhichKeyIsMissing() throws IOException {
        assertTrue(refusal("{\"kind\":\"k\"}").contains("'tasks' is missing"));
    }

    @Test
    void saysWhereThereIsNoFolder() {
        String message =
                String.valueOf(assertThrows(CorpusException.class, () -> Manifest.pages(folder.resolve("none")))
                        .getMessage());
        assertTrue(message.contains("--pages DIR"), message);
    }

    @Test
    void readsTheExampleOfTheReadme() {
        Path example = Path.of("corpus/example");
        List<PageSpec> pages = Manifest.pages(example.resolve("pages"));
        List<Persona> personas = Manifest.personas(example.resolve("personas.json"));
        assertEquals(2, Plan.of(pages, personas, 1, 1, 1).size());
    }
}

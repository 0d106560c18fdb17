package dev.rapport.ui.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.vaadin.flow.router.Route;
import dev.rapport.ui.access.Open;
import dev.rapport.ui.access.Requires;
import dev.rapport.ui.dev.DevConsole;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The least role of every page. A page that is not in this table has no business in the console. */
class PageRolesTest {
    private static final Map<String, String> LEAST = new TreeMap<>(Map.ofEntries(
            Map.entry("", "VIEWER"),
            Map.entry("live", "VIEWER"),
            Map.entry("help", "VIEWER"),
            Map.entry("responses", "ANALYST"),
            Map.entry("responses/hint/:hint", "ANALYST"),
            Map.entry("responses/rule/:rule", "EDITOR"),
            Map.entry("experiments", "ANALYST"),
            Map.entry("experiments/:experiment", "ANALYST"),
            Map.entry("experiments/:experiment/edit", "EDITOR"),
            Map.entry("sites", "ANALYST"),
            Map.entry("sites/:site", "ANALYST"),
            Map.entry("administrators", "OWNER"),
            Map.entry("audit", "OWNER"),
            Map.entry("learning", "ANALYST"),
            Map.entry("welcome", "open"),
            Map.entry("setup", "open"),
            Map.entry("sign-in", "open"),
            Map.entry("refused", "open")));

    @Test
    void everyPageNamesTheRoleThatThisTableNames() {
        Map<String, String> found = new TreeMap<>();
        DevConsole console = DevConsole.empty(0, URI.create("http://localhost:8080"));
        for (Class<?> page : new Views(console.config(), console.services()).routes()) {
            Requires requires = page.getAnnotation(Requires.class);
            String least = requires != null
                    ? requires.value().name()
                    : page.isAnnotationPresent(Open.class) ? "open" : "nobody";
            found.put(page.getAnnotation(Route.class).value(), least);
        }

        assertEquals(LEAST, found);
    }
}

package dev.rapport.e2e.support;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Runs axe-core on a page, shadow roots included. */
public final class Axe {
    private static final String RUN = """
            async part => {
              const result = await axe.run(part || document, {resultTypes: ['violations']});
              return result.violations.flatMap(v => v.nodes.map(n => v.id + ': ' + v.help + ' @ ' + n.target.join(' ')));
            }
            """;

    private Axe() {}

    /** One line a violation; empty when there is none. */
    public static List<String> violations(Page page) {
        return violations(page, "");
    }

    /** The same for what lies in one element, or in the page where {@code selector} is empty. */
    @SuppressWarnings("unchecked")
    public static List<String> violations(Page page, String selector) {
        page.evaluate(source());
        return (List<String>) page.evaluate(RUN, selector);
    }

    private static String source() {
        try (InputStream in = Axe.class.getResourceAsStream("/axe.min.js")) {
            if (in == null) {
                throw new IllegalStateException("axe.min.js is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

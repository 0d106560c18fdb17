package dev.rapport.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {
    @ParameterizedTest
    @CsvSource({
        "/demo/checkout,   /demo/checkout,       true",
        "/demo/checkout,   /demo/checkout/pay,   false",
        "/demo/checkout*,  /demo/checkout.html,  true",
        "/demo/checkout*,  /demo/checkout/pay,   false",
        "/demo/checkout**, /demo/checkout/pay,   true",
        "/*/edit,          /orders/edit,         true",
        "/*/edit,          /orders/:id/edit,     false",
        "/**/edit,         /orders/:id/edit,     true",
        "**,               /,                    true",
        "#apply-*,         #apply-coupon,        true",
        "**button@switch*, #cart>ul(1)>button@switch(1), true",
    })
    void matches(String glob, String text, boolean expected) {
        assertEquals(expected, Glob.matches(glob, text));
    }

    @Property(tries = 5000)
    void agreesWithTheRegularExpression(@ForAll("globs") String glob, @ForAll("texts") String text) {
        String regex = glob.replace("**", "\0").replace("*", "[^/]*").replace("\0", ".*");
        assertEquals(Pattern.matches(regex, text), Glob.matches(glob, text), glob + " on " + text);
    }

    @Test
    void manyStarsTakeNoTime() {
        String glob = "**a".repeat(50);
        String text = "a".repeat(49) + "b".repeat(100);
        assertTimeout(Duration.ofSeconds(1), () -> assertFalse(Glob.matches(glob, text)));
    }

    @Provide
    Arbitrary<String> globs() {
        return Arbitraries.of("a", "b", "/", "*", "**")
                .list()
                .ofMaxSize(7)
                .map(parts -> String.join("", parts).replaceAll("\\*{3,}", "**"));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("ab/").ofMaxLength(9);
    }
}

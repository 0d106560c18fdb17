package dev.rapport.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class IdsTest {
    @Test
    void aNameBecomesKebabCase() {
        assertEquals("does-the-banner-help", Ids.from("Does the banner help?", "experiment", List.of()));
    }

    @Test
    void aNameWithoutLettersTakesTheFallback() {
        assertEquals("experiment", Ids.from("???", "experiment", List.of()));
    }

    @Test
    void aTakenIdGetsANumber() {
        assertEquals("arm-2", Ids.from("Arm", "arm", List.of("arm")));
    }
}

package dev.rapport.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DemoSettingsTest {
    @Test
    void theDemoSiteIsValid() {
        SiteSettings demo = DemoSettings.of(Set.of("http://127.0.0.1:8080"), Instant.EPOCH);
        assertEquals(List.of(), SettingsValidator.problems(demo));
    }
}

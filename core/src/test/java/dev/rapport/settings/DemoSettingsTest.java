package dev.rapport.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DemoSettingsTest {
    @Test
    void everyDemoSiteIsValidAndHasAnIdAndKeyOfItsOwn() {
        List<SiteSettings> all = DemoSites.all(Set.of("http://127.0.0.1:8080"), Instant.EPOCH);
        for (SiteSettings site : all) {
            assertEquals(List.of(), SettingsValidator.problems(site), site.site());
        }
        assertEquals(
                all.size(), all.stream().map(SiteSettings::siteKey).distinct().count());
        assertEquals(
                DemoSettings.SITE,
                all.stream().map(SiteSettings::site).sorted().findFirst().orElseThrow(),
                "the shop is the first in the console");
    }

    @Test
    void theDemoSiteIsValid() {
        SiteSettings demo = DemoSettings.of(Set.of("http://127.0.0.1:8080"), Instant.EPOCH);
        assertEquals(List.of(), SettingsValidator.problems(demo));
    }
}

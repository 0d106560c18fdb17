package dev.rapport.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapport.analytics.InMemoryAnalytics;
import dev.rapport.analytics.Script;
import dev.rapport.journal.JournalEntry;
import dev.rapport.settings.InMemorySettingsStore;
import dev.rapport.settings.SampleSettings;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DriftWatchTest {
    private static final Instant NOW = Script.START.plus(Duration.ofHours(2));

    private final InMemoryAnalytics analytics = new InMemoryAnalytics();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    private void play(String session, Instant start, int seconds, double score) {
        Script script = Script.of(session, session, false, start);
        for (int i = 0; i < seconds; i++) {
            script.scored(score);
        }
        List<JournalEntry> entries = new ArrayList<>(script.entries());
        analytics.apply(entries);
    }

    private void look() {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        InMemorySettingsStore settings = new InMemorySettingsStore(clock);
        settings.save(SampleSettings.site(Script.SITE), "ada");
        try (DriftWatch watch = new DriftWatch(settings, analytics, Optional.empty(), 0.85, clock)) {
            watch.look(
                    MultiGauge.builder("rapport.drift.psi").register(registry),
                    MultiGauge.builder("rapport.alarm.share").register(registry));
        }
    }

    @Test
    void aSiteWhoseScoresJumpIsSeenInTheMetrics() {
        play("before", Script.START.minus(Duration.ofDays(10)), 1200, 0.1);
        play("calm", Script.START, 600, 0.1);
        play("loud", Script.START, 600, 0.9);
        look();
        double psi = registry.get("rapport.drift.psi")
                .tag("against", "weeks")
                .gauge()
                .value();
        assertTrue(psi > 0.25, "index " + psi);
        assertEquals(0.5, registry.get("rapport.alarm.share").gauge().value(), 1e-9);
    }

    @Test
    void aQuietSiteIsLeftOut() {
        play("few", Script.START, 100, 0.9);
        look();
        assertEquals(List.of(), registry.getMeters());
    }
}

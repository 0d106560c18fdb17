package dev.rapport.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapport.analytics.InMemoryAnalytics;
import dev.rapport.analytics.Script;
import dev.rapport.evidence.Sense;
import dev.rapport.journal.JournalEntry;
import dev.rapport.learning.Adjustment;
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
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final InMemorySettingsStore settings = new InMemorySettingsStore(clock);

    DriftWatchTest() {
        settings.save(SampleSettings.site(Script.SITE), "ada");
    }

    private double textCounts() {
        return settings.bySite(Script.SITE).orElseThrow().learned().weight(Sense.TEXT);
    }

    private void play(String session, Instant start, int seconds, double score) {
        Script script = Script.of(session, session, false, start);
        for (int i = 0; i < seconds; i++) {
            script.scored(score);
        }
        List<JournalEntry> entries = new ArrayList<>(script.entries());
        analytics.apply(entries);
    }

    private void look() {
        try (DriftWatch watch = new DriftWatch(settings, analytics, analytics, Optional.empty(), 0.85, clock)) {
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
    void sensesAreSuspendedOnceAndAPersonCanGoBack() {
        play("before", Script.START.minus(Duration.ofDays(10)), 1200, 0.1);
        play("calm", Script.START, 600, 0.1);
        play("loud", Script.START, 600, 0.9);
        look();
        assertEquals(0, textCounts());
        assertEquals(1, analytics.versions(Script.SITE).size());
        settings.save(settings.bySite(Script.SITE).orElseThrow().withLearned(Adjustment.NONE), "ada");
        look();
        assertEquals(1, textCounts());
        assertEquals(1, analytics.versions(Script.SITE).size());
    }

    @Test
    void sensesGoOnWhereNothingHasShifted() {
        play("before", Script.START.minus(Duration.ofDays(10)), 1200, 0.1);
        play("calm", Script.START, 1200, 0.1);
        look();
        assertEquals(1, textCounts());
    }

    @Test
    void aQuietSiteIsLeftOut() {
        play("few", Script.START, 100, 0.9);
        look();
        assertEquals(List.of(), registry.getMeters());
    }
}

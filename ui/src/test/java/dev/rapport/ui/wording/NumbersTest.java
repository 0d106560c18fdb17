package dev.rapport.ui.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class NumbersTest {
    private final Numbers british = new Numbers(Locale.UK, ZoneId.of("Europe/London"));
    private final Numbers german = new Numbers(Locale.GERMANY, ZoneId.of("Europe/Berlin"));

    @Test
    void numbersFollowTheLocale() {
        assertEquals("12,345", british.count(12_345));
        assertEquals("12.345", german.count(12_345));
        assertEquals("0.741", british.decimal(0.7408, 3));
        assertEquals("0,741", german.decimal(0.7408, 3));
    }

    @Test
    void timesFollowTheZone() {
        Instant noon = Instant.parse("2026-11-02T12:00:00Z");

        assertEquals("2 Nov 2026, 12:00", british.time(noon));
        assertEquals("02.11.2026, 13:00", german.time(noon));
    }

    @Test
    void whatIsNotANumberIsADash() {
        assertEquals("–", british.percent(Double.NaN));
        assertEquals("–", british.decimal(Double.NaN, 2));
        assertEquals("–", british.share(0, 0));
    }

    @Test
    void agesAreRough() {
        assertEquals("now", Numbers.ago(Duration.ofMillis(-300)));
        assertEquals("40 s ago", Numbers.ago(Duration.ofSeconds(40)));
        assertEquals("2 min ago", Numbers.ago(Duration.ofSeconds(125)));
    }
}

package dev.rapport.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapport.frame.Frame;
import dev.rapport.frame.Summary;
import dev.rapport.pipeline.Outcome;
import dev.rapport.scoring.Score;
import dev.rapport.session.Device;
import dev.rapport.session.Visit;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JournalEntryCodecTest {
    @Test
    void everyEntryReadsBackEqual() {
        SampleEntries samples = new SampleEntries(1);

        for (int i = 0; i < 5_000; i++) {
            JournalEntry entry = samples.entry("session-" + i, i);

            assertEquals(entry, JournalEntryCodec.decode(JournalEntryCodec.encode(entry)), "entry " + i);
        }
    }

    @Test
    void aQuietSecondTakesLittleRoom() {
        JournalEntry quiet = new JournalEntry(
                new Visit(
                        "demo-shop",
                        "0123456789abcdef0123",
                        "0123456789abcdef0123",
                        Device.MOUSE,
                        "en",
                        false,
                        SampleEntries.friction(),
                        false,
                        Map.of(),
                        Instant.EPOCH),
                new Frame(12, 12, "/demo/", Frame.VISIBLE, Summary.EMPTY, List.of(), List.of()),
                new Outcome.NoRuleMatched(new Score.Known(0.1, 0.8, List.of())),
                Instant.EPOCH);

        assertTrue(JournalEntryCodec.encode(quiet).length < 128);
    }

    @Test
    void aCutEntryIsMalformed() {
        byte[] bytes = JournalEntryCodec.encode(new SampleEntries(2).entry("session", 6));

        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThrows(MalformedEntryException.class, () -> JournalEntryCodec.decode(cut));
        }
    }

    @Test
    void bytesAfterTheEndAreMalformed() {
        byte[] bytes = JournalEntryCodec.encode(new SampleEntries(3).entry("session", 1));

        assertThrows(
                MalformedEntryException.class, () -> JournalEntryCodec.decode(Arrays.copyOf(bytes, bytes.length + 1)));
    }

    @Test
    void anotherVersionIsNamed() {
        byte[] bytes = JournalEntryCodec.encode(new SampleEntries(4).entry("session", 1));
        bytes[0] = 9;

        MalformedEntryException e = assertThrows(MalformedEntryException.class, () -> JournalEntryCodec.decode(bytes));

        assertTrue(e.toString().contains("version 9"), e.toString());
    }

    @Test
    void damagedBytesNeverFailOtherwise() {
        Random random = new Random(5);
        SampleEntries samples = new SampleEntries(5);

        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = JournalEntryCodec.encode(samples.entry("session", i));
            bytes[1 + random.nextInt(bytes.length - 1)] ^= (byte) (1 << random.nextInt(8));
            try {
                JournalEntryCodec.decode(bytes);
            } catch (MalformedEntryException expected) {
                assertTrue(expected.getMessage() != null);
            }
        }
    }
}

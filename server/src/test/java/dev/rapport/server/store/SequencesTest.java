package dev.rapport.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SequencesTest {
    @Test
    void whatWasSeenIsNotNew() {
        Sequences sequences = Sequences.read("{[1,5),[7,8)}");

        assertFalse(sequences.add(1));
        assertFalse(sequences.add(4));
        assertTrue(sequences.add(5));
        assertFalse(sequences.add(5));
        assertFalse(sequences.add(7));
        assertTrue(sequences.add(8));
    }

    @Test
    void whatWasAddedIsWrittenInRanges() {
        Sequences sequences = Sequences.read("{}");
        for (long number : new long[] {9, 3, 1, 2, 10, 20}) {
            sequences.add(number);
        }

        assertEquals("{[1,4),[9,11),[20,21)}", sequences.added());
    }

    @Test
    void nothingAddedIsEmpty() {
        assertEquals("", Sequences.read("{[1,5)}").added());
    }
}

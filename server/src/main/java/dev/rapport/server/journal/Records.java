package dev.rapport.server.journal;

import dev.rapport.journal.EntryBytes;
import dev.rapport.journal.JournalEntry;
import dev.rapport.journal.JournalEntryCodec;
import java.util.List;

/**
 * Sealed records, ready to be written.
 *
 * @param bytes from 0 to {@code length}
 * @param length in bytes
 * @param count number of records
 */
record Records(byte[] bytes, int length, int count) {
    private static final int USUAL = 192;

    /** The records of entries, in their order. */
    static Records of(List<JournalEntry> entries) {
        EntryBytes bytes = new EntryBytes(USUAL * entries.size());
        for (JournalEntry entry : entries) {
            int start = bytes.length();
            bytes.skip(Record.HEADER);
            JournalEntryCodec.encode(entry, bytes);
            Record.seal(bytes.array(), start, bytes.length());
        }
        return new Records(bytes.array(), bytes.length(), entries.size());
    }
}

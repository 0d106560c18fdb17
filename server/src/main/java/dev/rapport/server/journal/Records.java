package dev.rapport.server.journal;

import dev.rapport.journal.EntryBytes;
import dev.rapport.journal.JournalEntry;
import dev.rapport.journal.JournalEntryCodec;
import java.util.List;

/**
 * Sealed records, ready to be written.
 *
 * @param bytes all of them, one after another
 * @param count number of records
 */
record Records(EntryBytes bytes, int count) {
    /** The records of entries, in their order, in {@code bytes}, which are empty. */
    static Records of(List<JournalEntry> entries, EntryBytes bytes) {
        for (int i = 0; i < entries.size(); i++) {
            int start = bytes.length();
            bytes.skip(Record.HEADER);
            JournalEntryCodec.encode(entries.get(i), bytes);
            Record.seal(bytes.array(), start, bytes.length());
        }
        return new Records(bytes, entries.size());
    }

    int length() {
        return bytes.length();
    }
}

package dev.rapport.journal;

import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import dev.rapport.frame.Frame;
import dev.rapport.session.Visit;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;

/**
 * Journal entries as bytes: a version byte, then one CBOR array of visit, frame, outcome and time, flattened. Signals,
 * events and channels are written by their wire codes, everything else that is named by its name, so that a newer list
 * of features or hint kinds never changes the meaning of old bytes. Stateless and thread-safe.
 */
public final class JournalEntryCodec {
    /** First byte of every entry. */
    public static final byte VERSION = 1;

    private static final CBORFactory CBOR = new CBORFactory();

    private JournalEntryCodec() {}

    /** The bytes of an entry. */
    public static byte[] encode(JournalEntry entry) {
        EntryBytes bytes = new EntryBytes(256);
        encode(entry, bytes);
        return Arrays.copyOf(bytes.array(), bytes.length());
    }

    /** Appends the bytes of an entry to {@code into}. */
    public static void encode(JournalEntry entry, EntryBytes into) {
        into.raw(VERSION);
        into.start();
        EntryWriter writer = new EntryWriter(into);
        writer.visit(entry.visit());
        writer.frame(entry.frame());
        writer.instant(entry.receivedAt());
        new OutcomeWriter(writer).outcome(entry.outcome());
        into.end();
    }

    /**
     * The entry in these bytes.
     *
     * @throws MalformedEntryException when the bytes are anything but exactly one entry of version {@link #VERSION}
     */
    public static JournalEntry decode(byte[] bytes) {
        if (bytes.length < 2) {
            throw new MalformedEntryException("a journal entry has at least 2 bytes, not " + bytes.length);
        }
        if (bytes[0] != VERSION) {
            throw new MalformedEntryException("journal entry of version " + bytes[0] + "; this Rapport reads version "
                    + VERSION + ": start the version that wrote it");
        }
        try (var parser = CBOR.createParser(bytes, 1, bytes.length - 1)) {
            EntryReader in = new EntryReader(parser);
            in.start();
            Visit visit = in.visit();
            Frame frame = in.frame();
            Instant receivedAt = in.instant();
            JournalEntry entry = new JournalEntry(visit, frame, new OutcomeReader(in).outcome(), receivedAt);
            in.end();
            in.nothingMore();
            return entry;
        } catch (IOException | RuntimeException e) {
            if (e instanceof MalformedEntryException malformed) {
                throw malformed;
            }
            throw new MalformedEntryException("damaged journal entry: " + e.getMessage(), e);
        }
    }
}

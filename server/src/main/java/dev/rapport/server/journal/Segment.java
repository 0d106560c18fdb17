package dev.rapport.server.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One file of the journal. Its name is the position of its first byte, so positions run through all segments.
 *
 * @param file where
 * @param start position of its first byte
 */
record Segment(Path file, long start) {
    private static final String SUFFIX = ".journal";
    private static final long USUAL = 1_024;
    private static final int MOST = 8 << 20;

    /** The segment that begins at a position. */
    static Segment at(Path folder, long start) {
        return new Segment(folder.resolve(String.format("%020d%s", start, SUFFIX)), start);
    }

    /** All segments of a folder, oldest first. */
    static List<Segment> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.getFileName().toString().matches("\\d{20}\\.journal"))
                    .map(f -> new Segment(
                            f, Long.parseLong(f.getFileName().toString().substring(0, 20))))
                    .sorted(java.util.Comparator.comparingLong(Segment::start))
                    .toList();
        }
    }

    /**
     * What a segment holds.
     *
     * @param end position behind the last sound record
     * @param open sound records from the asked position on
     * @param damagedBytes unreadable bytes with sound records behind them
     */
    record Scan(long end, long open, long damagedBytes) {}

    /**
     * Reads the whole segment. A damaged record with sound ones behind it is passed over and counted; damage that reaches to the
     * end is not: on the newest segment that is a torn tail.
     *
     * @param from position from which records are counted as open
     */
    Scan scan(long from) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        long open = 0;
        long damaged = 0;
        int end = 0;
        int gap = 0;
        while (bytes.hasRemaining()) {
            int length = Record.soundLength(bytes);
            if (length < 0) {
                gap++;
                bytes.position(bytes.position() + 1);
            } else {
                damaged += gap;
                gap = 0;
                open += start + bytes.position() >= from ? 1 : 0;
                bytes.position(bytes.position() + Record.HEADER + length);
                end = bytes.position();
            }
        }
        return new Scan(start + end, open, damaged);
    }

    /**
     * Payloads from a position on, at most {@code limit}, none beyond {@code durable}. Damaged bytes are passed over.
     *
     * @return the payloads and the position behind the last byte that was looked at; the position is {@code from} only when
     *     nothing readable is left before {@code durable}
     */
    Slice read(long from, long durable, int limit) throws IOException {
        ByteBuffer bytes = bytes(from, durable, limit);
        boolean more = from + bytes.remaining() < durable;
        List<byte[]> payloads = new ArrayList<>();
        while (payloads.size() < limit && bytes.remaining() >= Record.HEADER) {
            int length = Record.soundLength(bytes);
            if (length >= 0) {
                byte[] payload = new byte[length];
                bytes.get(bytes.position() + Record.HEADER, payload);
                payloads.add(payload);
                bytes.position(bytes.position() + Record.HEADER + length);
            } else if (more && bytes.remaining() < Record.HEADER + Record.LONGEST) {
                break; // perhaps whole, with its rest behind this piece: the next read begins here
            } else {
                bytes.position(bytes.position() + 1);
            }
        }
        return new Slice(payloads, from + bytes.position());
    }

    /** A piece long enough that the record at its beginning is whole in it, if it is whole at all. */
    private ByteBuffer bytes(long from, long durable, int limit) throws IOException {
        long wanted = Math.clamp(USUAL * limit, Record.HEADER + Record.LONGEST, MOST);
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(durable - from, wanted));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            while (bytes.hasRemaining() && channel.read(bytes, from - start + bytes.position()) >= 0) {
                // reads until the buffer is full or the file ends
            }
        }
        return bytes.flip();
    }

    /**
     * What was read.
     *
     * @param payloads in order
     * @param next position to go on from
     */
    record Slice(List<byte[]> payloads, long next) {}
}

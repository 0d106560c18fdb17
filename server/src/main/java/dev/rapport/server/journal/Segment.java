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

    /** Position behind the last sound record, and what could not be read on the way. */
    record Scan(long end, long records, long damagedBytes) {}

    /**
     * Reads the whole segment. A damaged record with sound ones behind it is passed over and counted; damage that reaches to the
     * end is a torn tail.
     */
    Scan scan() throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        long records = 0;
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
                records++;
                bytes.position(bytes.position() + Record.HEADER + length);
                end = bytes.position();
            }
        }
        return new Scan(start + end, records, damaged);
    }

    /**
     * Payloads from a position on, at most {@code limit}, none beyond {@code durable}.
     *
     * @return the payloads and the position behind the last
     */
    Slice read(long from, long durable, int limit) throws IOException {
        List<byte[]> payloads = new ArrayList<>();
        long position = from;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long most = Math.min(durable - from, Math.max(256L * limit, 1 << 16) * 4);
            ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(most, 8 << 20));
            while (bytes.hasRemaining() && channel.read(bytes, from - start + bytes.position()) >= 0) {
                // reads until the buffer is full or the file ends
            }
            bytes.flip();
            while (payloads.size() < limit && bytes.remaining() >= Record.HEADER) {
                int length = Record.soundLength(bytes);
                if (length < 0) {
                    if (bytes.remaining() < Record.HEADER + Record.LONGEST && position + bytes.remaining() < durable) {
                        break;
                    }
                    bytes.position(bytes.position() + 1);
                    position++;
                    continue;
                }
                byte[] payload = new byte[length];
                bytes.get(bytes.position() + Record.HEADER, payload);
                payloads.add(payload);
                bytes.position(bytes.position() + Record.HEADER + length);
                position += Record.HEADER + length;
            }
        }
        return new Slice(payloads, position);
    }

    /**
     * What was read.
     *
     * @param payloads in order
     * @param next position behind the last
     */
    record Slice(List<byte[]> payloads, long next) {}
}

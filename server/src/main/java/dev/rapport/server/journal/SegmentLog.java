package dev.rapport.server.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records in segments on disk with one writer, one reader and a kept position. What writer and reader share is guarded by {@code
 * this}, which nobody holds while the disk is asked for anything; {@link #bytes} and {@link #records} take no lock, since event
 * loops call them.
 */
final class SegmentLog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SegmentLog.class);

    private final Path folder;
    private final long segmentBytes;
    private final Position position;
    private final Deque<Segment> segments = new ArrayDeque<>();
    private final Deque<long[]> counted = new ArrayDeque<>();
    private final Object counting = new Object();
    private FileChannel channel;
    private volatile long oldest;
    private volatile long durable;
    private volatile long committed;
    private volatile long records;
    private ByteBuffer buffer = ByteBuffer.allocateDirect(64 << 10);

    private SegmentLog(Path folder, long segmentBytes, Position position) throws IOException {
        this.folder = folder;
        this.segmentBytes = segmentBytes;
        this.position = position;
        this.committed = position.read();
        this.durable = committed;
        List<Segment> found = Segment.in(folder);
        long open = 0;
        for (Segment segment : found) {
            open += recover(segment, segment == found.getLast());
        }
        records = open;
        channel = begin(durable);
        oldest = segments.getFirst().start();
    }

    /** Opens the log of a folder, made if need be; segments are closed at about {@code segmentBytes}. */
    static SegmentLog open(Path folder, long segmentBytes) throws IOException {
        Files.createDirectories(folder);
        return new SegmentLog(folder, segmentBytes, new Position(folder.resolve("counted")));
    }

    /** Records of a segment that are not committed. Only the newest segment can end in a torn write; bytes that do not read elsewhere are damage, and stay where they are. */
    private long recover(Segment segment, boolean newest) throws IOException {
        Segment.Scan scan = segment.scan(committed);
        long torn = segment.start() + Files.size(segment.file()) - scan.end();
        long damaged = scan.damagedBytes() + (newest ? 0 : torn);
        if (damaged > 0) {
            LOG.error("{} holds {} damaged bytes, which are passed over", segment.file(), damaged);
        }
        if (newest && torn > 0) {
            LOG.warn("{} ends in a torn write of {} bytes, cut off", segment.file(), torn);
            try (FileChannel cut = FileChannel.open(segment.file(), StandardOpenOption.WRITE)) {
                cut.truncate(scan.end() - segment.start());
                cut.force(true);
            }
        }
        if (scan.end() <= committed || scan.end() == segment.start()) {
            Files.delete(segment.file());
            return 0;
        }
        segments.add(segment);
        durable = Math.max(durable, scan.end());
        return scan.open();
    }

    private FileChannel begin(long start) throws IOException {
        Segment segment = Segment.at(folder, start);
        FileChannel opened = FileChannel.open(
                segment.file(),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING);
        Position.forceFolder(folder);
        synchronized (this) {
            if (segments.isEmpty() || segments.getLast().start() < start) {
                segments.add(segment);
            }
        }
        return opened;
    }

    /** Writes sealed records in one piece and returns once they are on disk; on failure none of them counts. */
    void append(List<Records> group) throws IOException {
        int size = 0;
        long count = 0;
        for (Records some : group) {
            size += some.length();
            count += some.count();
        }
        ByteBuffer bytes = room(size);
        for (Records some : group) {
            bytes.put(some.bytes().array(), 0, some.length());
        }
        bytes.flip();
        roll();
        long at = durable;
        try {
            long offset = at - last().start();
            while (bytes.hasRemaining()) {
                offset += channel.write(bytes, offset);
            }
            channel.force(false);
        } catch (IOException e) {
            giveUpSegment(at);
            throw e;
        }
        synchronized (this) {
            durable = at + size;
            records = records + count;
            notifyAll();
        }
    }

    /** The buffer of the last write, so long as it is big enough; a file channel writes from memory outside the heap. */
    private ByteBuffer room(int size) {
        if (buffer.capacity() < size) {
            buffer = ByteBuffer.allocateDirect(Math.max(size, 64 << 10));
        }
        return buffer.clear();
    }

    private void roll() throws IOException {
        if (!channel.isOpen() || durable - last().start() >= segmentBytes) {
            channel.close();
            channel = begin(durable);
        }
    }

    /** After a failed write or force nobody knows what the disk holds: the segment ends where it was last sound. */
    private void giveUpSegment(long end) {
        try (FileChannel failed = channel) {
            failed.truncate(end - last().start());
        } catch (IOException e) {
            LOG.error("{} could not be cut back after a failed write: {}", last().file(), e.getMessage());
        }
    }

    private synchronized Segment last() {
        return segments.getLast();
    }

    /** The oldest records that are not committed; waits up to {@code waitMillis} for the first. */
    Segment.Slice read(int limit, long waitMillis) throws IOException, InterruptedException {
        long from = awaited(waitMillis);
        Segment.Slice slice = new Segment.Slice(List.of(), from);
        while (slice.payloads().isEmpty()) {
            Stretch next = stretch(slice.next());
            if (next == null) {
                break;
            }
            Segment.Slice read = next.segment().read(slice.next(), next.end(), limit);
            boolean stuck = read.payloads().isEmpty() && read.next() == slice.next();
            slice = stuck ? new Segment.Slice(List.of(), next.end()) : read;
        }
        synchronized (this) {
            counted.addLast(new long[] {slice.next(), slice.payloads().size(), from});
            if (counted.size() > 64) {
                counted.removeFirst();
            }
        }
        return slice;
    }

    /** The position to read from, once something is durable behind it or the time is up. */
    private synchronized long awaited(long waitMillis) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        long until = System.nanoTime() + waitMillis * 1_000_000;
        for (long left = waitMillis; committed >= durable && left > 0; ) {
            wait(left);
            left = (until - System.nanoTime()) / 1_000_000;
        }
        return committed;
    }

    private record Stretch(Segment segment, long end) {}

    /** The segment that holds a position and how far it may be read; null when nothing durable is behind the position. */
    private synchronized @Nullable Stretch stretch(long from) {
        if (from >= durable) {
            return null;
        }
        Segment segment = segments.getFirst();
        long end = durable;
        for (Segment s : segments) {
            if (s.start() <= from) {
                segment = s;
            } else {
                end = Math.min(end, s.start());
                break;
            }
        }
        return new Stretch(segment, end);
    }

    /** Keeps the position behind what was counted, and deletes segments wholly before it. */
    void commit(long next) throws IOException {
        synchronized (counting) {
            if (next <= committed) {
                return;
            }
            position.write(next);
            for (Segment segment : behind(next)) {
                Files.deleteIfExists(segment.file());
            }
        }
    }

    /** Notes what is committed; the segments that are not needed any more. */
    private synchronized List<Segment> behind(long next) {
        for (long[] read : counted) {
            if (read[0] == next && read[2] == committed) {
                records = Math.max(0, records - read[1]);
                break;
            }
        }
        counted.clear();
        committed = next;
        List<Segment> done = new ArrayList<>();
        while (segments.size() > 1) {
            Segment first = segments.removeFirst();
            if (segments.getFirst().start() > next) {
                segments.addFirst(first);
                break;
            }
            done.add(first);
        }
        oldest = segments.getFirst().start();
        return done;
    }

    /** Bytes on disk. */
    long bytes() {
        return durable - oldest;
    }

    /** Records that are durable and not committed. */
    long records() {
        return records;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}

package dev.rapport.server.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.zip.CRC32C;

/**
 * A number in a file that only grows. It stands in two places, a disk sector apart, which are written in turn, each with a
 * checksum: after a crash in the middle of a write the other one holds. The file has its full length from the start, so that the
 * number can be kept on a disk that is full.
 */
final class Position {
    private static final int SECTOR = 512;
    private static final int LENGTH = 29;

    private final Path file;
    private int next;

    Position(Path file) {
        this.file = file;
    }

    long read() throws IOException {
        if (!Files.exists(file)) {
            create();
            return 0;
        }
        byte[] bytes = Files.readAllBytes(file);
        String text = new String(bytes, StandardCharsets.US_ASCII).strip();
        if (text.matches("\\d{1,18}")) { // as versions before this one wrote it
            create();
            write(Long.parseLong(text));
            return Long.parseLong(text);
        }
        long first = place(bytes, 0);
        long second = place(bytes, SECTOR);
        if (first < 0 && second < 0) {
            throw new IOException(
                    file + " is damaged; delete it to count the whole journal again (nothing is counted twice)");
        }
        next = first > second ? 1 : 0;
        return Math.max(first, second);
    }

    private void create() throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.allocate(2 * SECTOR);
            bytes.put(0, written(0)).put(SECTOR, written(0));
            channel.write(bytes, 0);
            channel.force(true);
        }
    }

    void write(long position) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(written(position)), (long) next * SECTOR);
            channel.force(true);
        }
        next = 1 - next;
    }

    private static byte[] written(long position) {
        String number = String.format(Locale.ROOT, "%019d", position);
        return (number + ' ' + hex(checksum(number)) + '\n').getBytes(StandardCharsets.US_ASCII);
    }

    /** The number that begins here, -1 when what stands here is none. */
    private static long place(byte[] bytes, int at) {
        if (bytes.length < at + LENGTH) {
            return -1;
        }
        String line = new String(bytes, at, LENGTH, StandardCharsets.US_ASCII);
        String number = line.substring(0, 19);
        boolean sound = number.matches("\\d{19}") && line.substring(20, 28).equals(hex(checksum(number)));
        return sound ? Long.parseLong(number) : -1;
    }

    private static String hex(long checksum) {
        return String.format(Locale.ROOT, "%08x", checksum);
    }

    private static long checksum(String number) {
        CRC32C crc = new CRC32C();
        crc.update(number.getBytes(StandardCharsets.US_ASCII));
        return crc.getValue();
    }

    /** Makes a new name in a folder durable, where the system can. */
    static void forceFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // not every system opens folders; the file itself is forced all the same
        }
    }
}

package dev.rapport.server.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Keeps two Rapports from serving one data directory; the system lets go of it when a process dies. */
final class ClusterLock implements AutoCloseable {
    private final FileChannel channel;

    private ClusterLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock of a data directory, which is made when missing.
     *
     * @throws StoreException with one sentence when another holds it or the directory cannot be written
     */
    static ClusterLock take(Path data) {
        FileChannel channel;
        FileLock lock;
        try {
            Files.createDirectories(data);
            channel = FileChannel.open(
                    data.resolve("postgres.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new StoreException(
                    "cannot write to the data directory " + data + " ("
                            + e.getClass().getSimpleName()
                            + "); make it writable for this user, or choose another with --data",
                    e);
        }
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        } catch (IOException e) {
            close(channel);
            throw new StoreException("cannot lock " + data.resolve("postgres.lock") + ": " + e.getMessage(), e);
        }
        return held(channel, lock, data);
    }

    private static ClusterLock held(FileChannel channel, @Nullable FileLock lock, Path data) {
        if (lock == null) {
            close(channel);
            throw new StoreException(
                    "another Rapport is running on " + data + "; stop it, or choose another directory with --data");
        }
        return new ClusterLock(channel);
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new StoreException("cannot let go of the lock: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        close(channel);
    }
}

package dev.rapport.server.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * The PostgreSQL process that a data directory says it is served by.
 *
 * @param pid its process id
 */
record Postmaster(long pid) {
    /** PostgreSQL's children notice the end of their parent within a second. */
    private static final long CHILDREN_END_MILLIS = 2_000;

    /** What {@code postmaster.pid} says, if it is there and names a PostgreSQL process that lives. */
    static Optional<Postmaster> of(Path cluster) {
        return named(cluster).filter(Postmaster::lives);
    }

    private static Optional<Postmaster> named(Path cluster) {
        try {
            List<String> lines = Files.readAllLines(pidFile(cluster));
            return Optional.of(new Postmaster(Long.parseLong(lines.getFirst().strip())));
        } catch (IOException | NumberFormatException | NoSuchElementException e) {
            return Optional.empty();
        }
    }

    private static Path pidFile(Path cluster) {
        return cluster.resolve("postmaster.pid");
    }

    /**
     * Ends a process left over from a killed Rapport, and forgets one whose id now belongs to another program (PostgreSQL
     * would take that for itself and refuse to start).
     *
     * @throws StoreException with one sentence when the process does not end
     */
    static void clear(Path cluster, Duration patience) {
        Optional<Postmaster> named = named(cluster);
        if (named.isEmpty()) {
            return;
        }
        long pid = named.get().pid();
        if (named.get().lives()) {
            named.get().stop(patience);
            if (named.get().lives()) {
                throw new StoreException("PostgreSQL process " + pid + " still serves " + cluster + "; end it first");
            }
        } else if (ProcessHandle.of(pid).isPresent()) {
            try {
                Thread.sleep(CHILDREN_END_MILLIS);
                Files.deleteIfExists(pidFile(cluster));
            } catch (IOException e) {
                throw new StoreException("cannot remove " + pidFile(cluster) + ": " + e.getMessage(), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** True while the process runs and is PostgreSQL: after a restart of the machine the id may be another program's. */
    boolean lives() {
        Optional<ProcessHandle> handle = ProcessHandle.of(pid);
        if (handle.isEmpty() || !handle.get().isAlive() || ended()) {
            return false;
        }
        return handle.get().info().command().map(c -> c.endsWith("postgres")).orElse(true);
    }

    /** A process that ended but that nobody has waited for, as happens where process 1 is no init. */
    private boolean ended() {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            return stat.substring(stat.lastIndexOf(')') + 1).strip().startsWith("Z");
        } catch (IOException e) {
            return false;
        }
    }

    /** Asks it to end (without clients it does so at once) and makes it end after {@code patience}. */
    void stop(Duration patience) {
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy);
        if (!goneWithin(patience)) {
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
            goneWithin(patience);
        }
    }

    private boolean goneWithin(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (lives()) {
            if (System.nanoTime() > end) {
                return false;
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}

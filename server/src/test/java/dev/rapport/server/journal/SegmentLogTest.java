package dev.rapport.server.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SegmentLogTest {
    /** Event loops ask for it with every piece they append. */
    @Test
    void itsLengthIsToldWhileAnotherThreadHoldsItsLock(@TempDir Path folder) throws Exception {
        try (SegmentLog log = SegmentLog.open(folder, 64 << 10)) {
            synchronized (log) {
                assertEquals(0, CompletableFuture.supplyAsync(log::bytes).get(5, TimeUnit.SECONDS));
            }
        }
    }
}

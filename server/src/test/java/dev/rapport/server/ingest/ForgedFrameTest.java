package dev.rapport.server.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapport.admin.AuditLog;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A frame with a channel that its visit was not granted, over the real socket: one count, one row, no second word. */
class ForgedFrameTest {
    @TempDir
    Path data;

    @Test
    void isCountedOnceAndToldOnce() throws Exception {
        List<String> logged = new CopyOnWriteArrayList<>();
        Handler listening = new Handler() {
            @Override
            public void publish(LogRecord told) {
                logged.add(told.getLoggerName());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger ingest = Logger.getLogger("dev.rapport.server.ingest");
        ingest.addHandler(listening);
        RunningListener listener = RunningListener.roomy(data);
        try {
            Page page = listener.welcomed(UUID.randomUUID().toString());
            page.send(Page.forged(1));
            assertEquals(1008, page.closeCode());
            assertEquals(1, listener.settledCounts().get("refused"));
            String metrics = listener.get("/metrics").body();
            assertTrue(metrics.lines().anyMatch(line -> line.contains("channel_not_allowed") && line.endsWith(" 1.0")));
        } finally {
            listener.close();
            ingest.removeHandler(listening);
        }

        assertEquals(
                List.of("1 frame since the last row held a channel that is not allowed, the last one typing"),
                listener.audit.newest(10).stream()
                        .map(AuditLog.Row::entry)
                        .filter(entry -> entry.action() == AuditLog.Action.FRAMES_REFUSED)
                        .map(AuditLog.Entry::detail)
                        .toList());
        assertEquals(List.of(), logged);
    }
}

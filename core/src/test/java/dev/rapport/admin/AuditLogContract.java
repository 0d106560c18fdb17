package dev.rapport.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.rapport.admin.AuditLog.Action;
import dev.rapport.admin.AuditLog.Entry;
import dev.rapport.admin.AuditLog.Row;
import dev.rapport.admin.AuditLog.Verification;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** What every audit log must do. Subclass it and give an empty log for each test. */
public abstract class AuditLogContract {
    private static final Entry SAVED = new Entry("ada", Action.SETTINGS_SAVED, "shop", "version 2");
    private static final Entry INVITED = new Entry("ada", Action.INVITED, "editor", "");

    /** An empty log. */
    protected abstract AuditLog emptyLog() throws Exception;

    @Test
    void anEmptyLogIsWhole() throws Exception {
        assertEquals(new Verification.Whole(0, Row.FIRST), emptyLog().verify());
    }

    @Test
    void rowsAreNumberedAndComeNewestFirst() throws Exception {
        AuditLog log = emptyLog();
        Row first = log.add(SAVED);
        Row second = log.add(INVITED);

        assertEquals(List.of(second, first), log.newest(10));
        assertEquals(List.of(second), log.newest(1));
        assertEquals(1, first.number());
        assertEquals(2, second.number());
    }

    @Test
    void whatWasWrittenIsWholeAndEndsInTheNewestSeal() throws Exception {
        AuditLog log = emptyLog();
        log.add(SAVED);
        Row last = log.add(INVITED);

        assertEquals(new Verification.Whole(2, last.seal()), log.verify());
    }

    @Test
    void equalEntriesHaveDifferentSeals() throws Exception {
        AuditLog log = emptyLog();

        assertNotEquals(log.add(SAVED).seal(), log.add(SAVED).seal());
    }

    @Test
    void manyWritersMakeOneChain() throws Exception {
        AuditLog log = emptyLog();
        CountDownLatch written = new CountDownLatch(4);
        for (int i = 0; i < 4; i++) {
            Thread.ofVirtual().start(() -> {
                for (int j = 0; j < 10; j++) {
                    log.add(SAVED);
                }
                written.countDown();
            });
        }
        written.await();

        assertEquals(
                40, assertInstanceOf(Verification.Whole.class, log.verify()).rows());
    }
}

package dev.rapport.server.chaos;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The faults that take seconds, each once; {@code ./rapport chaos} tries all of them, longer. */
class ChaosTest {
    @TempDir
    Path folder;

    private void survives(Fault fault) {
        Verdict verdict = fault.tried(new Plan(1, 5, 2, 12, 7, "", folder));

        assertTrue(verdict.survived(), verdict::row);
    }

    @Test
    void killNineOfServerAndDatabaseTogether() {
        survives(new Kill("kill -9 of both", true, true));
    }

    @Test
    void sigtermUnderLoad() {
        survives(new Terminate());
    }

    @Test
    void theDatabaseAway() {
        survives(new DatabaseAway());
    }

    @Test
    void aDiskThatRunsFull() {
        survives(new DiskFull());
    }

    @Test
    void halfTheSocketsCutAtOnce() {
        survives(new HalfCut());
    }

    @Test
    void linesThatCutAndRepeat() {
        List.of(Mischief.CUT, Mischief.DUPLICATE).forEach(mischief -> survives(new BadLine(mischief)));
    }
}

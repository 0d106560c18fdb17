package dev.rapport.server.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Who is let in when places run out. */
class OpenSocketsTest {
    private static int admitted(OpenSockets sockets, String address, int tries) {
        int admitted = 0;
        for (int i = 0; i < tries; i++) {
            admitted += sockets.admit(address) ? 1 : 0;
        }
        return admitted;
    }

    @Test
    void addressesThatTakeAllTheyMayLeavePlacesToOthers() {
        OpenSockets sockets = new OpenSockets(1_000, 200);
        int taken = 0;
        for (int greedy = 1; greedy <= 9; greedy++) {
            taken += admitted(sockets, "10.0.0." + greedy, 1_000);
        }
        assertTrue(taken < 1_000, taken + " of 1,000 places are taken");

        for (int visitor = 1; visitor <= 20; visitor++) {
            assertTrue(sockets.admit("192.0.2." + visitor), "visitor " + visitor);
        }
    }

    @Test
    void oneAddressAloneMayTakeAllThatItsOwnLimitAllows() {
        OpenSockets sockets = new OpenSockets(1_000, 5_000);

        assertEquals(1_000, admitted(sockets, "10.0.0.1", 2_000));
        assertFalse(sockets.admit("192.0.2.1"));
    }

    @Test
    void whileThereIsRoomOnlyItsOwnLimitHoldsAnAddressBack() {
        OpenSockets sockets = new OpenSockets(1_000, 600);

        assertTrue(sockets.admit("192.0.2.1"));
        assertEquals(600, admitted(sockets, "10.0.0.1", 2_000));
    }

    @Test
    void aPlaceThatIsLeftCanBeTakenAgain() {
        OpenSockets sockets = new OpenSockets(10, 10);
        assertEquals(10, admitted(sockets, "10.0.0.1", 11));

        sockets.left("10.0.0.1");

        assertTrue(sockets.admit("192.0.2.1"));
        assertEquals(10, sockets.count());
    }
}

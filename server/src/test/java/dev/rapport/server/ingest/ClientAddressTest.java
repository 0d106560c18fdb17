package dev.rapport.server.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose connection it is, behind proxies and lies. */
class ClientAddressTest {
    private final ClientAddress behind = ClientAddress.behind("10.0.0.0/8, 127.0.0.1, fd00::/16");

    @Test
    void theHeaderOfAStrangerIsNotBelieved() {
        assertEquals("203.0.113.9", behind.of("203.0.113.9", "198.51.100.1"));
        assertEquals("127.0.0.1", ClientAddress.DIRECT.of("127.0.0.1", "198.51.100.1"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "198.51.100.1                       | 198.51.100.1",
                "1.2.3.4, 198.51.100.1              | 198.51.100.1",
                "1.2.3.4, 198.51.100.1, 10.9.9.9    | 198.51.100.1",
                "198.51.100.1, fd00::7, 10.0.0.1    | 198.51.100.1",
                "2001:db8::1                        | 2001:db8::1",
                "10.1.1.1, 10.2.2.2                 | 10.1.1.1",
                "198.51.100.1, unknown              | 127.0.0.1",
                "198.51.100.1, unknown, 10.0.0.3    | 10.0.0.3",
                "1.2.3.4, 999.1.1.1                 | 127.0.0.1",
                "example.org                        | 127.0.0.1",
            })
    void theNearestAddressThatIsNoProxyIsTheClient(String header, String client) {
        assertEquals(client, behind.of("127.0.0.1", header));
    }

    @Test
    void whatIsNoHeaderOfOursLeavesThePeer() {
        assertEquals("127.0.0.1", behind.of("127.0.0.1", null));
        assertEquals("127.0.0.1", behind.of("127.0.0.1", ""));
        assertEquals("127.0.0.1", behind.of("127.0.0.1", "1.1.1.1,".repeat(1_000)));
    }

    @Property
    void noHeaderMakesItFail(@ForAll String header) {
        assertTrue(!behind.of("127.0.0.1", header).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"10.0.0.0/33", "10.0.0/8", "proxy.example", "::1/129", "10.0.0.0/-1", "10.0.0.0/", "1.2.3.256"})
    void aNetworkThatIsNoneIsNamed(String wrong) {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> ClientAddress.behind(wrong));
        assertTrue(String.valueOf(e.getMessage()).contains(wrong), e::toString);
    }

    @Test
    void anAddressOfTheNewKindCountsWithItsSubscribersOthers() {
        assertEquals(ClientAddress.group("2001:db8:1:2::1"), ClientAddress.group("2001:db8:1:2:ffff::9"));
        assertEquals("192.0.2.1", ClientAddress.group("192.0.2.1"));
        assertEquals("192.0.2.1", ClientAddress.group("192.0.2.1"));
    }
}

package dev.rapport.frame;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Messages that are built to cost much: each is refused at once, whatever it holds. */
class MessageLimitsTest {
    static Stream<Case> messages() {
        return Stream.of(
                new Case("16,000 arrays inside each other, JSON", text("[".repeat(16_000))),
                new Case("16,000 arrays inside each other, CBOR", filled(0x81, 16_000)),
                new Case("16,000 arrays of unknown length, CBOR", filled(0x9f, 16_000)),
                new Case("16,000 maps inside each other, CBOR", filled(0xbf, 16_000)),
                new Case("16,000 tags before nothing, CBOR", filled(0xc0, 16_000)),
                new Case("objects inside each other, JSON", text("[" + "{\"a\":".repeat(2_000))),
                new Case("a string of 5,000 letters, JSON", text("[\"" + "a".repeat(5_000) + "\"]")),
                new Case("a string of 5,000 letters, CBOR", string(5_000, 5_000)),
                new Case("a string that says it has 2 GB, CBOR", string(Integer.MAX_VALUE, 4)),
                new Case("a number of 10,000 digits, JSON", text("[" + "9".repeat(10_000) + "]")),
                new Case("a number with a huge exponent, JSON", text("[1e999999999]")),
                new Case("an array that says it has 2^64 - 1 members, CBOR", array()),
                new Case("one byte more than a message may have", filled(0x81, FrameCodec.MAX_MESSAGE + 1)));
    }

    private record Case(String name, byte[] bytes) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] filled(int value, int length) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    private static byte[] string(int said, int sent) {
        byte[] bytes = filled('a', sent + 6);
        bytes[0] = (byte) 0x81;
        bytes[1] = (byte) 0x7a;
        for (int i = 0; i < 4; i++) {
            bytes[2 + i] = (byte) (said >>> (24 - 8 * i));
        }
        return bytes;
    }

    private static byte[] array() {
        byte[] bytes = filled(0xff, 9);
        bytes[0] = (byte) 0x9b;
        return bytes;
    }

    @ParameterizedTest
    @MethodSource("messages")
    void isRefusedAtOnce(Case message) {
        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertThrows(MalformedFrameException.class, () -> FrameCodec.decode(message.bytes())));
    }
}

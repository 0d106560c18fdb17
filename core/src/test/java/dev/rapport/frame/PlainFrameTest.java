package dev.rapport.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What {@link PlainFrame} takes, the strict reader takes too and reads alike. */
class PlainFrameTest {
    private static final Frame ORDINARY = new Frame(
            300,
            70_000,
            "/basket",
            Frame.VISIBLE,
            Summary.EMPTY,
            List.of(new Signal(SignalKind.RAGE_CLICK, "#coupon", 3)),
            List.of(new VisitorEvent(EventKind.CONVERSION, "order", -4_990)));

    @Test
    void anOrdinaryFrameIsPlain() {
        assertEquals(ORDINARY, PlainFrame.read(FrameCodec.encode(ORDINARY)));
    }

    @Test
    void moreBytesBehindAFrameAreNotPlain() {
        byte[] bytes = FrameCodec.encode(ORDINARY);
        assertNull(PlainFrame.read(Arrays.copyOf(bytes, bytes.length + 1)));
    }

    @Test
    void aFrameCutShortAnywhereIsNotPlain() {
        byte[] bytes = FrameCodec.encode(ORDINARY);
        for (int length = 0; length < bytes.length; length++) {
            assertNull(PlainFrame.read(Arrays.copyOf(bytes, length)));
        }
    }

    @Property(tries = 300)
    void everyFrameOfAsciiTextsIsPlain(@ForAll("frames") Frame frame) {
        if (frame.events().stream().allMatch(event -> event.name().chars().allMatch(c -> c < 128))) {
            assertNotNull(PlainFrame.read(FrameCodec.encode(withSmallSequence(frame))));
        }
    }

    /** A hundred copies, one to three bytes changed. */
    @Property(tries = 300)
    void whatIsPlainReadsAlikeForTheStrictReader(@ForAll("frames") Frame frame, @ForAll long seed) {
        Random random = new Random(seed);
        byte[] bytes = FrameCodec.encode(withSmallSequence(frame));
        for (int i = 0; i < 100; i++) {
            byte[] changed = bytes.clone();
            for (int n = random.nextInt(4); n > 0; n--) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            }
            Frame plain = PlainFrame.read(changed);
            if (plain != null) {
                assertEquals(plain, FrameCodec.decodeAny(changed));
            }
        }
    }

    /** Sequences of more than 32 bits are left to the strict reader. */
    private static Frame withSmallSequence(Frame frame) {
        return new Frame(
                1 + frame.sequence() % 1_000_000,
                frame.second(),
                frame.page(),
                frame.state(),
                frame.summary(),
                frame.signals(),
                frame.events());
    }

    @Provide
    Arbitrary<Frame> frames() {
        return Messages.frames();
    }
}

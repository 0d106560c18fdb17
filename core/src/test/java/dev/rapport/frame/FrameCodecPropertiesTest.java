package dev.rapport.frame;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for every message, and for any bytes at all. */
class FrameCodecPropertiesTest {
    @Property(tries = 200)
    void cborComesBackEqual(@ForAll("messages") ClientMessage message) {
        assertEquals(message, FrameCodec.decode(FrameCodec.encode(message)));
    }

    @Property(tries = 100)
    void jsonComesBackEqual(@ForAll("messages") ClientMessage message) {
        assertEquals(message, FrameCodec.decode(FrameCodec.encodeJson(message)));
    }

    /** Earlier widgets, recordings and journals on disk have summaries without the later numbers. */
    @Property(tries = 100)
    void numbersThatASummaryLeavesOutAreZero(
            @ForAll("frames") List<Frame> frames, @ForAll @IntRange(min = 32, max = 64) int length) {
        for (Frame frame : frames) {
            int[] values = frame.summary().toArray();
            Arrays.fill(values, length, values.length, 0);
            String numbers =
                    Arrays.stream(values, 0, length).mapToObj(String::valueOf).collect(joining(","));
            Frame read = (Frame) FrameCodec.decode(("[1,1,0,\"/\",1,[" + numbers + "],[],[]]").getBytes(UTF_8));
            assertEquals(Summary.of(values), read.summary());
        }
    }

    @Property(tries = 30)
    void aBatchComesBackInOrder(@ForAll("frames") List<Frame> frames) {
        List<Frame> few = frames.subList(0, Math.min(20, frames.size()));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(0x9f);
        few.forEach(frame -> out.writeBytes(FrameCodec.encode(frame)));
        out.write(0xff);
        assertEquals(new ArrayList<ClientMessage>(few), FrameCodec.decodeBatch(out.toByteArray(), 20));
    }

    @Property(tries = 500)
    void anyBytesAreReadOrRefused(@ForAll byte[] bytes) {
        refusedOrStable(bytes);
    }

    @Property(tries = 150)
    void changedBytesAreReadOrRefused(@ForAll("messages") ClientMessage message, @ForAll long seed) {
        mutate(FrameCodec.encode(message), seed);
    }

    @Property(tries = 50)
    void changedJsonIsReadOrRefused(@ForAll("messages") ClientMessage message, @ForAll long seed) {
        mutate(FrameCodec.encodeJson(message), seed);
    }

    /** Sixty damaged copies: one to three bytes changed, sometimes cut short. */
    private static void mutate(byte[] message, long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 60; i++) {
            byte[] bytes =
                    random.nextInt(4) == 0 ? Arrays.copyOf(message, random.nextInt(message.length)) : message.clone();
            for (int n = 1 + random.nextInt(3); n > 0 && bytes.length > 0; n--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            refusedOrStable(bytes);
        }
    }

    /** Whatever is read can be written and read again; whatever is not, ends in the one exception. */
    static void refusedOrStable(byte[] bytes) {
        try {
            ClientMessage read = FrameCodec.decode(bytes);
            assertEquals(read, FrameCodec.decode(FrameCodec.encode(read)));
        } catch (MalformedFrameException refused) {
            assertTrue(refused.offset() <= bytes.length, refused.getMessage());
        }
        try {
            FrameCodec.decodeBatch(bytes, 8);
        } catch (MalformedFrameException refused) {
            assertTrue(refused.offset() <= bytes.length, refused.getMessage());
        }
    }

    @Provide
    Arbitrary<ClientMessage> messages() {
        return Arbitraries.oneOf(
                Messages.hellos().map(m -> m), Messages.frames().map(m -> m));
    }

    @Provide
    Arbitrary<List<Frame>> frames() {
        return Messages.frames().list().ofMaxSize(20);
    }
}

package dev.rapport.frame;

/** What {@code ./rapport fuzz} feeds: a message or batch in CBOR or JSON is read or refused, and nothing else. */
public final class FuzzedCodec {
    private FuzzedCodec() {}

    /** One input. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        FrameCodecPropertiesTest.refusedOrStable(bytes);
    }
}

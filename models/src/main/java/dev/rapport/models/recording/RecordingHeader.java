package dev.rapport.models.recording;

/**
 * The first line of a recordings file.
 *
 * @param format always {@link #FORMAT}
 * @param version always {@link #VERSION}
 * @param protocol wire protocol of the frames, for example {@code rapport.v1}
 * @param widget first 16 hex digits of the SHA-256 of the widget file that sent them
 * @param browser the browser's own version, for example {@code HeadlessChrome/156.0.8078.79}
 * @param seed of the whole plan
 */
public record RecordingHeader(String format, int version, String protocol, String widget, String browser, long seed) {
    /** Says what kind of file this is. */
    public static final String FORMAT = "rapport-recordings";
    /** Version of the layout. */
    public static final int VERSION = 1;
    /** The wire protocol understood here. */
    public static final String PROTOCOL = "rapport.v1";
}

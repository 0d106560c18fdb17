package dev.rapport.models.recording;

/**
 * One frame as it arrived.
 *
 * @param at seconds since the visit began when the whole frame had arrived
 * @param bytes exactly what the widget sent
 */
public record Recorded(double at, byte[] bytes) {
    public Recorded {
        bytes = bytes.clone();
    }
}

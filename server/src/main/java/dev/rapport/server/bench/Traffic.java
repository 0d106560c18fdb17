package dev.rapport.server.bench;

import dev.rapport.frame.Channel;
import dev.rapport.frame.FrameCodec;
import dev.rapport.frame.Hello;
import dev.rapport.server.simulate.SampleVisit;
import dev.rapport.session.Device;
import dev.rapport.settings.DemoSettings;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** What goes over the lines and what is counted on the way. Thread-safe. */
final class Traffic {
    /** Frames of a visit: fewer than a session may send at once. */
    static final int VISIT = 250;

    private static final Map<String, Integer> BROUGHT_BY =
            Map.of("coupon-help", 20, "field-help", 60, "error-help", 100, "button-moved", 140);
    private static final List<Buffer> FRAMES = SampleVisit.frames(VISIT, 1).stream()
            .map(frame -> Buffer.buffer(FrameCodec.encode(frame)))
            .toList();

    final LongAdder up = new LongAdder();
    final LongAdder down = new LongAdder();
    final LongAdder greeted = new LongAdder();
    final LongAdder frames = new LongAdder();
    final Delays toAnswer = new Delays();
    final Delays toHint = new Delays();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    List<Buffer> visit() {
        return FRAMES;
    }

    Buffer hello(String session) {
        return Buffer.buffer(FrameCodec.encode(new Hello(
                DemoSettings.SITE_KEY,
                session,
                null,
                "/demo/basket.html",
                "en",
                Device.MOUSE,
                false,
                Set.of(Channel.FRICTION),
                true,
                Map.of())));
    }

    void answered(long nanos) {
        frames.increment();
        toAnswer.add(nanos);
    }

    /** Notes the time from the frame that brought a hint; hints that come by score alone have no single frame. */
    void hint(String text, long[] due) {
        int from = text.indexOf("\"id\":\"") + 6;
        Integer frame = BROUGHT_BY.get(text.substring(from, text.indexOf('"', from)));
        if (frame != null && due[frame] > 0) {
            toHint.add(System.nanoTime() - due[frame]);
        }
    }

    void failed(Throwable e) {
        failure.compareAndSet(null, e);
    }

    /** Stops the bench with the first failure, if there was one: figures beside failures mean nothing. */
    void check() {
        Throwable e = failure.get();
        if (e != null) {
            throw new IllegalStateException("a line failed: " + e.getMessage(), e);
        }
    }
}

package dev.rapport.server.ingest;

import dev.rapport.pipeline.SessionPipeline;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * One visit on this node: its pipeline and what of it is on disk. Belongs to one connection at a time and is touched on that
 * connection's event loop only; {@link SessionRegistry} hands it over. Only {@link #settled} may come late, from a write that a
 * former connection began.
 */
final class Session {
    private final SessionPipeline pipeline;
    private final Budget frames;
    private final AtomicLong durable = new AtomicLong();
    private Crowd.Share share;
    private boolean busy;
    private @Nullable Deque<FrameIntake.Arrived> later;

    Session(SessionPipeline pipeline, Budget frames, Crowd.Share share) {
        this.share = share;
        this.pipeline = pipeline;
        this.frames = frames;
    }

    SessionPipeline pipeline() {
        return pipeline;
    }

    /** The connection that it goes on over draws from this. */
    void over(Crowd.Share newer) {
        share = newer;
    }

    /** Takes one frame from what this visit, its address and its site may send. */
    boolean maySend(long nanoTime) {
        return frames.take(nanoTime) && share.take(nanoTime);
    }

    /** True while a frame is with {@link FrameIntake} and has no score yet. */
    boolean busy() {
        return busy;
    }

    void busy(boolean now) {
        busy = now;
    }

    /** Keeps a frame that came while the visit was busy. */
    void later(FrameIntake.Arrived arrived) {
        if (later == null) {
            later = new ArrayDeque<>();
        }
        later.add(arrived);
    }

    /** The oldest kept frame, null when there is none. */
    FrameIntake.@Nullable Arrived next() {
        FrameIntake.Arrived oldest = later == null ? null : later.poll();
        if (oldest == null) {
            later = null;
        }
        return oldest;
    }

    /** Highest sequence that is on disk, or was settled without need of it. */
    long durable() {
        return durable.get();
    }

    void settled(long sequence) {
        durable.accumulateAndGet(sequence, Math::max);
    }
}

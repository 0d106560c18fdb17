package dev.rapport.server.ingest;

import dev.rapport.pipeline.SessionPipeline;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One visit on this node: its pipeline and what of it is on disk. Belongs to one connection at a time and is touched on that
 * connection's event loop only; {@link SessionRegistry} hands it over. Only {@link #settled} may come late, from a write that a
 * former connection began.
 */
final class Session {
    private final SessionPipeline pipeline;
    private final TokenBucket frames;
    private final AtomicLong durable = new AtomicLong();
    private boolean waiting;

    Session(SessionPipeline pipeline, TokenBucket frames) {
        this.pipeline = pipeline;
        this.frames = frames;
    }

    SessionPipeline pipeline() {
        return pipeline;
    }

    TokenBucket frames() {
        return frames;
    }

    /** True while a frame is with {@link FrameIntake} and has no score yet. */
    boolean waiting() {
        return waiting;
    }

    void waiting(boolean now) {
        waiting = now;
    }

    /** Highest sequence that is on disk, or was settled without need of it. */
    long durable() {
        return durable.get();
    }

    void settled(long sequence) {
        durable.accumulateAndGet(sequence, Math::max);
    }
}

package dev.rapport.server.ingest;

import dev.rapport.journal.Journal;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.concurrent.atomic.LongAdder;

/** What {@code /metrics} prints, in Prometheus' text format. */
final class Metrics implements AutoCloseable {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics gc = new JvmGcMetrics();

    Metrics(FrameCounts counts, VisitNames names, OpenSockets sockets, Conduct conduct, Journal journal) {
        counts.each((outcome, reason, count) -> FunctionCounter.builder("rapport.frames", count, LongAdder::doubleValue)
                .description("Frames by how they ended; received is the sum of all others and those in flight")
                .tag("outcome", outcome)
                .tag("reason", reason)
                .register(registry));
        names.each((kind, count) -> FunctionCounter.builder("rapport.visits", count, LongAdder::doubleValue)
                .description(
                        "First messages by what they were worth: a new visit, one that goes on, an old token, a forged one")
                .tag("claim", kind)
                .register(registry));
        Gauge.builder("rapport.frames.in.flight", counts, c -> c.totals().getOrDefault("inFlight", 0L))
                .description("Frames whose journal write has not ended")
                .register(registry);
        Gauge.builder("rapport.sockets", sockets, OpenSockets::count)
                .description("Open sockets")
                .register(registry);
        FunctionCounter.builder("rapport.connections.turned.away", conduct.turnedAway(), LongAdder::doubleValue)
                .description("Connections closed as they came, because their address had wasted too many")
                .register(registry);
        Gauge.builder("rapport.journal.backlog", journal, Journal::backlog)
                .description("Entries on disk that the store has not counted yet")
                .register(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        gc.bindTo(registry);
    }

    void bind(MeterBinder more) {
        more.bindTo(registry);
    }

    String text() {
        return registry.scrape();
    }

    @Override
    public void close() {
        gc.close();
        registry.close();
    }
}

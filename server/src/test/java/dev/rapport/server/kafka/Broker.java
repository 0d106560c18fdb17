package dev.rapport.server.kafka;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;

/** A real Kafka broker in KRaft mode, in a process of its own that can be killed and started again. */
final class Broker implements AutoCloseable {
    private final Path folder;
    private final int port = freePort();
    private Process process;

    Broker(Path folder) throws Exception {
        this.folder = folder;
        Files.writeString(folder.resolve("server.properties"), """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                controller.listener.names=CONTROLLER
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
                log.dirs=%3$s
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=1
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                group.initial.rebalance.delay.ms=0
                """.formatted(port, freePort(), folder.resolve("logs")));
        Process format = java("kafka.tools.StorageTool", "format", "-t", "cXU2Y1p4Q2hRZ3lJb0pLTA", "-c", config());
        if (!format.waitFor(60, TimeUnit.SECONDS) || format.exitValue() != 0) {
            throw new IllegalStateException("the broker's folder was not made: " + log());
        }
        start();
    }

    /** Starts the broker and waits until it answers. */
    void start() throws Exception {
        process = java("kafka.Kafka", config());
        long deadline = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        try (Admin admin = Admin.create(Map.of(
                "bootstrap.servers", address(), "default.api.timeout.ms", 60_000, "request.timeout.ms", 5_000))) {
            while (System.nanoTime() < deadline && process.isAlive()) {
                try {
                    admin.describeCluster().nodes().get(5, TimeUnit.SECONDS);
                    return;
                } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
                    Thread.sleep(200);
                }
            }
        }
        throw new IllegalStateException("the broker did not start: " + log());
    }

    /** As {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** {@code host:port}. */
    String address() {
        return "127.0.0.1:" + port;
    }

    private String config() {
        return folder.resolve("server.properties").toString();
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("broker.log"));
    }

    private Process java(String... command) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path")));
        line.addAll(List.of(command));
        return new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("broker.log").toFile()))
                .start();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}

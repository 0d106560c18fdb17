package dev.rapport.server.bench;

import dev.rapport.server.apart.AskedProcess;
import java.io.IOException;
import java.util.List;

/** Floor and product in a process without their pages, so that its heap and its open files are the server's alone. */
final class HeldServer implements AutoCloseable {
    private final AskedProcess process = new AskedProcess(HeldServer.class, List.of("-Xmx1g"));

    int port(boolean product) {
        return Integer.parseInt(process.ask(product ? "product" : "floor"));
    }

    /** Bytes in use after collections. */
    long heap() {
        return Long.parseLong(process.ask("heap"));
    }

    /** Sockets of the product that are open. */
    int open() {
        return Integer.parseInt(process.ask("open"));
    }

    /** Bytes of the product's journal on disk. */
    long journal() {
        return Long.parseLong(process.ask("journal"));
    }

    /** Frames of the product by how they ended. */
    String counts() {
        return process.ask("counts");
    }

    long cpuNanos() {
        return process.cpuNanos();
    }

    @Override
    public void close() {
        process.close();
    }

    /** The process; questions as above. */
    public static void main(String[] args) throws IOException {
        try (EchoTarget floor = new EchoTarget();
                ProductTarget product = new ProductTarget()) {
            AskedProcess.answer(question -> switch (question) {
                case "floor" -> Integer.toString(floor.port());
                case "product" -> Integer.toString(product.port());
                case "heap" -> Long.toString(Heap.used());
                case "open" -> Integer.toString(product.open());
                case "journal" -> Long.toString(product.journalBytes());
                default -> product.counts().toString();
            });
        }
    }
}

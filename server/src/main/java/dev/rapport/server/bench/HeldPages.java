package dev.rapport.server.bench;

import dev.rapport.server.apart.AskedProcess;
import java.io.IOException;
import java.util.List;

/** Pages in a process of their own. */
final class HeldPages implements AutoCloseable {
    private final AskedProcess process;

    HeldPages() {
        process = new AskedProcess(HeldPages.class, List.of("-Xmx2g"));
    }

    /** Opens lines that send {@code rate} frames a second together; back when all are greeted. */
    void hold(int port, int lines, double rate) {
        process.ask("hold " + port + " " + lines + " " + rate);
    }

    /** Frames answered since the lines were opened. */
    long frames() {
        return Long.parseLong(process.ask("frames"));
    }

    /** Time from a frame to its answer that 99 of 100 were within, in milliseconds. */
    double p99() {
        return Double.parseDouble(process.ask("p99"));
    }

    /** Closes them. */
    void drop() {
        process.ask("drop");
    }

    @Override
    public void close() {
        process.close();
    }

    /** The process: questions as above. */
    public static void main(String[] args) throws IOException {
        Generator.Held[] held = new Generator.Held[1];
        try (Generator client = new Generator()) {
            AskedProcess.answer(question -> {
                String[] words = question.split(" ");
                switch (words[0]) {
                    case "hold" ->
                        held[0] = client.hold(
                                Integer.parseInt(words[1]), Integer.parseInt(words[2]), Double.parseDouble(words[3]));
                    case "drop" -> held[0].close();
                    case "frames" -> {
                        return Long.toString(held[0].traffic().frames.sum());
                    }
                    default -> {
                        return Double.toString(held[0].traffic().toAnswer.millis(0.99));
                    }
                }
                return "done";
            });
        }
    }
}

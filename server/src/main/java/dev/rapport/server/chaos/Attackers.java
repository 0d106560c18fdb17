package dev.rapport.server.chaos;

import dev.rapport.server.apart.AskedProcess;
import java.io.IOException;
import java.util.List;

/** A {@link Flood} in a process of its own, so that its threads, heap and compiler are not those of the honest visitors. */
final class Attackers implements AutoCloseable {
    private static final String BEGIN = "begin";
    private static final String END = "end";

    private final AskedProcess process;

    /** Gets ready; nothing is sent before {@link #begin}. */
    Attackers(int port, int garbageSenders, int slow, long seed) {
        process = new AskedProcess(
                Attackers.class,
                List.of("-Xmx64m", "-XX:TieredStopAtLevel=1"),
                Integer.toString(port),
                Integer.toString(garbageSenders),
                Integer.toString(slow),
                Long.toString(seed));
    }

    /** Lets the flood loose. */
    void begin() {
        process.ask(BEGIN);
    }

    /** Ends it. Returns the connections that it made. */
    long end() {
        return Long.parseLong(process.ask(END));
    }

    @Override
    public void close() {
        process.close();
    }

    /** The process: port, senders of garbage, slow clients and seed; then {@code begin} and {@code end} in turn on standard input. */
    public static void main(String[] args) throws IOException {
        int port = Integer.parseInt(args[0]);
        int garbage = Integer.parseInt(args[1]);
        int slow = Integer.parseInt(args[2]);
        long seed = Long.parseLong(args[3]);
        Flood[] flood = new Flood[1];
        AskedProcess.answer(word -> {
            if (word.equals(BEGIN)) {
                flood[0] = new Flood(port, garbage, slow, seed);
                return "0";
            }
            flood[0].close();
            return Long.toString(flood[0].connections());
        });
    }
}

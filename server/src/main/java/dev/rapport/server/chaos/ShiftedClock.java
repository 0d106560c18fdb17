package dev.rapport.server.chaos;

import dev.rapport.server.Server;
import dev.rapport.server.ServerConfig;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;

/** The program with a clock that is as many seconds off as the last line of its standard input says. */
final class ShiftedClock extends Clock {
    private volatile long seconds;

    private ShiftedClock() {}

    /** Runs a server until it is stopped; arguments as the program's own. */
    public static void main(String[] args) throws Exception {
        ShiftedClock clock = new ShiftedClock();
        String[] flags = Arrays.copyOfRange(args, 1, args.length);
        Server server = new Server(ServerConfig.parse(flags, Map.of()), clock);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        server.start();
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            clock.seconds = Long.parseLong(line.strip());
        }
    }

    @Override
    public Instant instant() {
        return Instant.now().plusSeconds(seconds);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}

package dev.rapport.server.chaos;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Bad clients at an address of their own: some come with garbage at a fixed rate, others hold a connection and hardly send at
 * all; half of these drip a request, half a message that never ends. Who is turned away comes again.
 */
final class Flood implements AutoCloseable {
    private static final String FROM = "127.0.0.2";
    private static final int PERIOD_MILLIS = 10;
    private static final int DRIP_MILLIS = 500;

    private final int port;
    private final AtomicLong connections = new AtomicLong();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean ended;

    /** Begins with so many of each; every sender of garbage makes 100 connections a second. */
    Flood(int port, int garbageSenders, int slow, long seed) {
        this.port = port;
        for (int i = 0; i < garbageSenders; i++) {
            Random random = new Random(seed + i);
            threads.add(Thread.ofVirtual().start(() -> sendGarbage(random)));
        }
        for (int i = 0; i < slow; i++) {
            boolean upgraded = i % 2 == 0;
            threads.add(Thread.ofVirtual().start(() -> drip(upgraded)));
        }
    }

    /** Connections made so far, of both kinds. */
    long connections() {
        return connections.get();
    }

    private Socket connected() throws IOException {
        Socket socket = new Socket();
        socket.setSoTimeout(5_000);
        socket.bind(new InetSocketAddress(InetAddress.getByName(FROM), 0));
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 5_000);
        connections.incrementAndGet();
        return socket;
    }

    private byte[] upgrade() {
        return ("GET /v1/socket HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
                        + "Sec-WebSocket-Protocol: rapport.v1\r\nOrigin: http://localhost:" + port + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private void sendGarbage(Random random) {
        long due = System.nanoTime();
        while (!ended) {
            try (Socket socket = connected()) {
                garbage(socket, random);
            } catch (IOException e) {
                // refused or cut, as it should be
            }
            due = Math.max(due + 1_000_000L * PERIOD_MILLIS, System.nanoTime());
            Patience.rest((due - System.nanoTime()) / 1_000_000);
        }
    }

    private void garbage(Socket socket, Random random) throws IOException {
        OutputStream out = socket.getOutputStream();
        if (random.nextInt(4) > 0) {
            out.write(upgrade());
            socket.getInputStream().read(new byte[1_024]);
        }
        byte[] bytes = new byte[1 + random.nextInt(400)];
        random.nextBytes(bytes);
        if (random.nextBoolean()) { // a well-formed frame with a payload that is none
            bytes[0] = (byte) 0x82;
            if (bytes.length > 1) {
                bytes[1] = (byte) (0x80 | Math.min(125, Math.max(0, bytes.length - 6)));
            }
        }
        out.write(bytes);
    }

    private void drip(boolean upgraded) {
        while (!ended) {
            try (Socket socket = connected()) {
                OutputStream out = socket.getOutputStream();
                if (upgraded) {
                    out.write(upgrade());
                    socket.getInputStream().read(new byte[1_024]);
                    out.write(
                            new byte[] {(byte) 0x82, (byte) 0xfe, 0x3f, (byte) 0xff, 0, 0, 0, 0}); // 16 KB will follow
                }
                while (!ended) {
                    out.write('G');
                    Patience.rest(DRIP_MILLIS);
                }
            } catch (IOException e) {
                Patience.rest(DRIP_MILLIS); // reaped; the next one takes its place
            }
        }
    }

    @Override
    public void close() {
        ended = true;
        for (Thread thread : threads) {
            try {
                thread.join(6_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}

package dev.rapport.server.chaos;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** A proxy on loopback that does harm: to each piece that passes, to some of its connections at once, or to all. Thread-safe. */
final class FaultProxy implements AutoCloseable {
    private static final int PIECE = 16_384;

    private final ServerSocket listening;
    private final int target;
    private final Mischief mischief;
    private final Random seeds;
    private final Set<Line> lines = ConcurrentHashMap.newKeySet();
    private final AtomicLong harm = new AtomicLong();
    private volatile boolean down;
    private volatile boolean closed;

    /** Passes connections on to {@code target} on loopback. */
    FaultProxy(int target, Mischief mischief, long seed) {
        this.target = target;
        this.mischief = mischief;
        seeds = new Random(seed);
        try {
            listening = new ServerSocket(0, 256, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException("the fault proxy has no port", e);
        }
        Thread.ofVirtual().name("fault-proxy").start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    /** How often harm was done. */
    long harm() {
        return harm.get();
    }

    /** Cuts every connection and refuses new ones, or takes them again. */
    void down(boolean now) {
        down = now;
        if (now) {
            lines.forEach(Line::cut);
        }
    }

    /** Cuts every second connection at once; how many. */
    int cutHalf() {
        List<Line> open = new ArrayList<>(lines);
        List<Line> half = open.subList(0, open.size() / 2);
        half.forEach(Line::cut);
        harm.addAndGet(half.size());
        return half.size();
    }

    private void accept() {
        while (!closed) {
            try {
                Socket page = listening.accept();
                if (down) {
                    reset(page);
                    continue;
                }
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                Line line = new Line(page, server, seeds.nextLong());
                lines.add(line);
                Thread.ofVirtual().start(() -> line.pump(page, server, true));
                Thread.ofVirtual().start(() -> line.pump(server, page, false));
            } catch (IOException e) {
                // the target is away, or we are closing; the next connection is another try
            }
        }
    }

    private static void reset(Socket socket) throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() {
        closed = true;
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        lines.forEach(Line::cut);
    }

    /** One connection with both of its ends. */
    private final class Line {
        private final Socket page;
        private final Socket server;
        private final Random random;

        Line(Socket page, Socket server, long seed) throws IOException {
            this.page = page;
            this.server = server;
            this.random = new Random(seed);
            page.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
        }

        void pump(Socket from, Socket to, boolean up) {
            boolean whole = up && (mischief == Mischief.DUPLICATE || mischief == Mischief.REORDER);
            try {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                WireMessages messages = new WireMessages(in);
                byte[] piece = new byte[PIECE];
                for (int count = 0; true; count++) {
                    byte[] bytes;
                    if (whole) {
                        bytes = messages.next();
                    } else {
                        int read = in.read(piece);
                        bytes = read < 0 ? new byte[0] : java.util.Arrays.copyOf(piece, read);
                    }
                    if (bytes.length == 0) {
                        break;
                    }
                    pass(bytes, out, up && count > 1);
                }
            } catch (IOException e) {
                // one end is gone, so the other goes too
            }
            cut();
        }

        /** {@code harmful} is false for the handshake and the first message, without which there is nothing to harm. */
        private void pass(byte[] bytes, OutputStream out, boolean harmful) throws IOException {
            switch (mischief) {
                case NONE -> out.write(bytes);
                case CUT -> {
                    boolean now = harmful && chance(0.03);
                    out.write(bytes, 0, now ? random.nextInt(bytes.length) : bytes.length);
                    if (now) {
                        throw new IOException("cut");
                    }
                }
                case DELAY -> {
                    Patience.rest(random.nextInt(200));
                    harm.incrementAndGet();
                    out.write(bytes);
                }
                case DUPLICATE -> {
                    out.write(bytes);
                    if (harmful && chance(0.3)) {
                        out.write(bytes);
                    }
                }
                case REORDER -> {
                    int half = harmful && chance(0.02) ? bytes.length / 2 : 0;
                    out.write(bytes, half, bytes.length - half);
                    out.write(bytes, 0, half);
                }
                case CORRUPT -> {
                    if (harmful && chance(0.05)) {
                        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                    }
                    out.write(bytes);
                }
                case TRICKLE -> {
                    for (byte b : bytes) {
                        out.write(b);
                        out.flush();
                    }
                    harm.incrementAndGet();
                }
            }
            out.flush();
        }

        private boolean chance(double p) {
            boolean now = random.nextDouble() < p;
            if (now) {
                harm.incrementAndGet();
            }
            return now;
        }

        void cut() {
            lines.remove(this);
            for (Socket end : new Socket[] {page, server}) {
                try {
                    reset(end);
                } catch (IOException e) {
                    // it was closed already
                }
            }
        }
    }
}

package dev.rapport.e2e.support;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketFrame;
import dev.rapport.frame.ClientMessage;
import dev.rapport.frame.EventKind;
import dev.rapport.frame.Frame;
import dev.rapport.frame.FrameCodec;
import dev.rapport.frame.Signal;
import dev.rapport.frame.SignalKind;
import dev.rapport.frame.VisitorEvent;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What one page sends and receives on its sockets, seen from outside the page. */
public final class Wire {
    private final List<byte[]> sent = new CopyOnWriteArrayList<>();
    private final List<String> received = new CopyOnWriteArrayList<>();
    private final List<String> sockets = new CopyOnWriteArrayList<>();

    /** Listens to a page from before its first navigation. */
    public Wire(Page page) {
        page.onWebSocket(socket -> {
            sockets.add(socket.url());
            socket.onFrameSent(frame -> sent.add(bytes(frame)));
            socket.onFrameReceived(frame -> received.add(frame.text()));
        });
    }

    private static byte[] bytes(WebSocketFrame frame) {
        byte[] binary = frame.binary();
        return binary != null ? binary : frame.text().getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    /** Addresses of the sockets the page opened. */
    public List<String> sockets() {
        return sockets;
    }

    /** Messages from the server as text. */
    public List<String> received() {
        return received;
    }

    /** The frames sent so far, decoded by the server's codec; resent ones appear once. */
    public List<Frame> frames() {
        return sent.stream()
                .map(FrameCodec::decode)
                .filter(Frame.class::isInstance)
                .map(Frame.class::cast)
                .collect(
                        java.util.stream.Collectors.toMap(Frame::sequence, f -> f, (a, b) -> a, java.util.TreeMap::new))
                .values()
                .stream()
                .toList();
    }

    /** All messages sent so far. */
    public List<ClientMessage> messages() {
        return sent.stream().map(FrameCodec::decode).toList();
    }

    /** Signals sent so far. */
    public List<Signal> signals() {
        return frames().stream().flatMap(f -> f.signals().stream()).toList();
    }

    /** Signals of one kind sent so far. */
    public List<Signal> signals(SignalKind kind) {
        return signals().stream().filter(s -> s.kind() == kind).toList();
    }

    /** Visitor events of one kind sent so far. */
    public List<VisitorEvent> events(EventKind kind) {
        return frames().stream()
                .flatMap(f -> f.events().stream())
                .filter(e -> e.kind() == kind)
                .toList();
    }

    /** Every byte the page sent on its sockets, in order. */
    public byte[] allBytes() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        sent.forEach(all::writeBytes);
        return all.toByteArray();
    }
}

package dev.rapport.models.site;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The server side of one WebSocket (RFC 6455), as much of it as a browser needs: no extensions. */
final class WidgetSocket {
    private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int TEXT = 1;
    private static final int BINARY = 2;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;
    private static final int LIMIT = 1 << 20;

    private final DataInputStream in;
    private final OutputStream out;
    private final Inbox inbox;

    WidgetSocket(InputStream in, OutputStream out, Inbox inbox) {
        this.in = new DataInputStream(in);
        this.out = out;
        this.inbox = inbox;
    }

    /** Shakes hands, then answers messages until the page closes. */
    void serve(Request request) throws IOException {
        String protocol = request.header("sec-websocket-protocol");
        String head = "HTTP/1.1 101 -\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: "
                + accept(request.header("sec-websocket-key"))
                + (protocol.isEmpty() ? "" : "\r\nSec-WebSocket-Protocol: " + protocol.split(",")[0].trim())
                + "\r\n\r\n";
        out.write(head.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        while (true) {
            int first = in.readUnsignedByte();
            byte[] payload = payload();
            int opcode = first & 0x0f;
            switch (opcode) {
                case CLOSE -> {
                    send(CLOSE, payload);
                    return;
                }
                case PING -> send(PONG, payload);
                case PONG -> {}
                default -> {
                    message.writeBytes(payload);
                    if ((first & 0x80) != 0) {
                        String answer = inbox.received(message.toByteArray());
                        message.reset();
                        if (!answer.isEmpty()) {
                            send(TEXT, answer.getBytes(StandardCharsets.UTF_8));
                        }
                    }
                }
            }
            if (opcode > BINARY && opcode < CLOSE) {
                throw new IOException("unknown opcode " + opcode);
            }
        }
    }

    private byte[] payload() throws IOException {
        int second = in.readUnsignedByte();
        long length = second & 0x7f;
        if (length == 126) {
            length = in.readUnsignedShort();
        } else if (length == 127) {
            length = in.readLong();
        }
        if ((second & 0x80) == 0 || length < 0 || length > LIMIT) {
            throw new IOException("bad WebSocket frame of " + length + " bytes");
        }
        byte[] mask = in.readNBytes(4);
        byte[] payload = in.readNBytes((int) length);
        for (int i = 0; i < payload.length; i++) {
            payload[i] ^= mask[i & 3];
        }
        return payload;
    }

    private void send(int opcode, byte[] payload) throws IOException {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(0x80 | opcode);
        if (payload.length < 126) {
            frame.write(payload.length);
        } else {
            frame.write(126);
            frame.write(payload.length >> 8);
            frame.write(payload.length);
        }
        frame.writeBytes(payload);
        out.write(frame.toByteArray());
        out.flush();
    }

    private static String accept(String key) throws IOException {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-1").digest((key + MAGIC).getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IOException("no SHA-1 on this JVM", e);
        }
    }
}

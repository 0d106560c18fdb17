package dev.rapport.server.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** A client that writes any bytes it likes. */
final class RawSocket implements AutoCloseable {
    private static final int MILLIS = 8_000;

    private final Socket socket;
    private final InputStream in;

    RawSocket(int port) throws IOException {
        this(port, MILLIS);
    }

    /** A connection whose reads wait so long. */
    RawSocket(int port, int millis) throws IOException {
        this(new Socket("127.0.0.1", port), millis);
    }

    private RawSocket(Socket socket, int millis) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(millis);
        in = socket.getInputStream();
    }

    /** A connection past its upgrade. */
    static RawSocket upgraded(int port) throws IOException {
        return new RawSocket(port).upgrade(RunningListener.ORIGIN, "");
    }

    /** A connection past its upgrade, from this address of the machine, with further header lines, each ended by CR LF. */
    static RawSocket upgraded(String from, int port, String origin, String headers) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port, InetAddress.getByName(from), 0);
        return new RawSocket(socket, MILLIS).upgrade(origin, headers);
    }

    private RawSocket upgrade(String origin, String headers) throws IOException {
        String status = request("GET /v1/socket HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\n"
                + "Connection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: rapport.v1\r\nOrigin: "
                + origin + "\r\n" + headers + "\r\n");
        if (!status.contains(" 101 ")) {
            throw new AssertionError(status);
        }
        return this;
    }

    /** Sends a request's head and reads the answer's. */
    String request(String head) throws IOException {
        write(head.getBytes(StandardCharsets.ISO_8859_1));
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        while (!answer.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int b = in.read();
            if (b < 0) {
                break;
            }
            answer.write(b);
        }
        return answer.toString(StandardCharsets.ISO_8859_1);
    }

    /** Sends bytes as they are. */
    void write(byte... bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /** Sends a frame with a mask of zeros: first byte (FIN, reserved bits, opcode), then the payload. */
    void frame(int first, byte... payload) throws IOException {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(first);
        if (payload.length < 126) {
            frame.write(0x80 | payload.length);
        } else {
            frame.write(0x80 | 126);
            frame.write(payload.length >>> 8);
            frame.write(payload.length);
        }
        frame.writeBytes(new byte[4]);
        frame.writeBytes(payload);
        write(frame.toByteArray());
    }

    /** No more bytes will come from here; the other direction stays open. */
    void shutOutput() throws IOException {
        socket.shutdownOutput();
    }

    /** True when the server ends the connection within 8 s, whatever it says before. */
    boolean cutByServer() throws IOException {
        try {
            while (in.read() >= 0) {
                // reads on until the end
            }
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    /** True when the text comes within 8 s. */
    boolean hears(String text) throws IOException {
        StringBuilder heard = new StringBuilder();
        try {
            for (int b = in.read(); b >= 0; b = in.read()) {
                heard.append((char) b);
                if (heard.indexOf(text) >= 0) {
                    return true;
                }
            }
        } catch (SocketTimeoutException e) {
            return false;
        }
        return false;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

package dev.rapport.server;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapport.feature.Feature;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that cannot start says why in one sentence. */
class RefusedStartTest {
    @TempDir
    Path data;

    @Test
    void aBusyPort() throws Exception {
        try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(busy.getLocalPort());

            String said = refusal("--port", port, "--role", "ingest");

            assertTrue(said.contains("127.0.0.1:" + port), said);
            assertTrue(said.contains("--port"), said);
        }
    }

    @Test
    void aModelThatIsNone() throws Exception {
        Path model = Files.writeString(data.resolve("model.onnx"), "this is no model");

        String said = refusal("--model", model.toString(), "--port", "0", "--role", "ingest");

        assertTrue(said.contains(model + " is not an ONNX model"), said);
    }

    @Test
    void aModelFileThatIsMissing() {
        String said = refusal("--model", data.resolve("none.onnx").toString(), "--port", "0", "--role", "ingest");

        assertTrue(said.contains("no model file at"), said);
    }

    @Test
    void aModelTrainedForOtherFeatures() throws Exception {
        byte[] bytes;
        try (InputStream in = RefusedStartTest.class.getResourceAsStream("/dev/rapport/models/friction.onnx")) {
            bytes = in.readAllBytes();
        }
        byte[] schema = Feature.schemaHash().getBytes(StandardCharsets.UTF_8);
        byte[] foreign = new byte[schema.length];
        Arrays.fill(foreign, (byte) '0');
        System.arraycopy(foreign, 0, bytes, find(bytes, schema), foreign.length);
        Path model = Files.write(data.resolve("model.onnx"), bytes);

        String said = refusal("--model", model.toString(), "--port", "0", "--role", "ingest");

        assertTrue(said.contains("was trained for feature schema 0000"), said);
    }

    @Test
    void aDatabaseThatDoesNotAnswer() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }

        String said = refusal("--database-url", "postgres://rapport:secret@127.0.0.1:" + port + "/rapport");

        assertTrue(said.contains("127.0.0.1:" + port), said);
        assertFalse(said.contains("secret"), said);
    }

    private String refusal(String... flags) {
        String[] all = Stream.concat(Stream.of(flags), Stream.of("--data", data.toString()))
                .toArray(String[]::new);
        RuntimeException e = assertThrows(RuntimeException.class, () -> {
            try (Server server = new Server(ServerConfig.parse(all, Map.of()))) {
                server.start();
            }
        });
        String said = String.valueOf(e.getMessage());
        assertFalse(said.contains("\n"), said);
        assertFalse(said.contains("Exception"), said);
        return said;
    }

    private static int find(byte[] in, byte[] what) {
        for (int i = 0; i + what.length <= in.length; i++) {
            if (Arrays.equals(in, i, i + what.length, what, 0, what.length)) {
                return i;
            }
        }
        throw new AssertionError("the model names no schema");
    }
}

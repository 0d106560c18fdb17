package dev.rapport.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Where the operator's MediaPipe face landmarker comes from. It is read at the start, compared with its hash and served by this
 * server; no visitor's browser fetches it from anywhere else.
 *
 * @param where path of a file, or an http or https address, which is fetched once and then kept in the data folder
 * @param sha256 of the file, 64 lower-case hex digits
 */
public record LandmarkerSource(String where, String sha256) {
    /** Bytes; the published file has 3.8 MB. */
    private static final int MOST = 32 << 20;

    /** From the first byte asked for to the last one that came. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    /**
     * The file's bytes.
     *
     * @param data folder in which a fetched file is kept
     * @throws IllegalStateException with one sentence when it cannot be had or is not the pinned one
     */
    public byte[] read(Path data) {
        return read(data, LONGEST);
    }

    /** The same, a fetch taking at most so long. */
    byte[] read(Path data, Duration longest) {
        if (!where.matches("https?://.*")) {
            return checked(local(Path.of(where)), where);
        }
        Path kept = data.resolve("face-landmarker-" + sha256.substring(0, 16) + ".task");
        if (Files.isRegularFile(kept)) {
            return checked(local(kept), kept + " (delete it to fetch it again)");
        }
        byte[] file = checked(fetched(longest), where);
        try {
            Path part = Files.createTempFile(Files.createDirectories(data), "face-landmarker", ".part");
            Files.write(part, file);
            Files.move(part, kept, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new IllegalStateException("the face landmarker cannot be kept in " + data + ": " + e.getMessage(), e);
        }
        return file;
    }

    private static byte[] local(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(MOST + 1);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "the face landmarker " + file + " cannot be read: " + (Files.exists(file) ? e : "no such file"), e);
        }
    }

    private byte[] fetched(Duration longest) {
        HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        try {
            return client.sendAsync(
                            HttpRequest.newBuilder(URI.create(where)).build(),
                            HttpResponse.BodyHandlers.ofInputStream())
                    .thenApplyAsync(LandmarkerSource::body)
                    .get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the face landmarker was not fetched: the start was interrupted", e);
        } catch (ExecutionException e) {
            throw unfetched(
                    String.valueOf(Optional.ofNullable(e.getCause()).orElse(e).getMessage()), e);
        } catch (TimeoutException e) {
            throw unfetched("it took more than " + longest.toSeconds() + " s", e);
        } catch (IllegalArgumentException e) {
            throw unfetched(String.valueOf(e.getMessage()), e);
        } finally {
            client.shutdownNow();
        }
    }

    private static byte[] body(HttpResponse<InputStream> answer) {
        try (InputStream body = answer.body()) {
            if (answer.statusCode() != 200) {
                throw new IOException("the answer is " + answer.statusCode());
            }
            return body.readNBytes(MOST + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private IllegalStateException unfetched(String why, Exception cause) {
        return new IllegalStateException(
                "the face landmarker cannot be fetched from " + where + " (" + why
                        + "); fetch it yourself and give --face-landmarker its path",
                cause);
    }

    private byte[] checked(byte[] file, String from) {
        if (file.length > MOST) {
            throw new IllegalStateException("the face landmarker " + from + " has more than " + (MOST >> 20) + " MB");
        }
        String hash = sha256(file);
        if (!hash.equals(sha256)) {
            throw new IllegalStateException("the face landmarker " + from + " has the SHA-256 " + hash + ", not "
                    + sha256 + " as --face-landmarker-sha256 says");
        }
        return file;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK has no SHA-256", e);
        }
    }
}

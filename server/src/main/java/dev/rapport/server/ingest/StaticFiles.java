package dev.rapport.server.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Small files from the class path, read once and kept. Thread-safe. */
final class StaticFiles {
    /**
     * One file.
     *
     * @param body its bytes
     * @param type value of Content-Type
     * @param hash first 16 hex digits of its SHA-256
     */
    record Body(byte[] body, String type, String hash) {}

    private final String root;
    private final ConcurrentMap<String, Optional<Body>> files = new ConcurrentHashMap<>();

    /** Files below a class path folder that ends with a slash. */
    StaticFiles(String root) {
        this.root = root;
    }

    /** The file of this name below the root; empty when there is none or the name tries to leave the root. */
    Optional<Body> file(String name) {
        if (!name.matches("[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*") || name.contains("..")) {
            return Optional.empty();
        }
        Optional<Body> known = files.get(name);
        if (known == null) {
            known = read(name);
            if (known.isPresent()) {
                files.put(name, known);
            }
        }
        return known;
    }

    private Optional<Body> read(String name) {
        try (InputStream in = StaticFiles.class.getResourceAsStream(root + name)) {
            if (in == null) {
                return Optional.empty();
            }
            return Optional.of(body(name, in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file of this name with these bytes. */
    static Body body(String name, byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return new Body(bytes, type(name), HexFormat.of().formatHex(digest, 0, 8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK has no SHA-256", e);
        }
    }

    private static String type(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "html" -> "text/html; charset=utf-8";
            case "js", "mjs" -> "text/javascript; charset=utf-8";
            case "css" -> "text/css; charset=utf-8";
            case "json", "map" -> "application/json";
            case "svg" -> "image/svg+xml";
            case "png" -> "image/png";
            case "ico" -> "image/x-icon";
            case "wasm" -> "application/wasm";
            default -> "application/octet-stream";
        };
    }
}

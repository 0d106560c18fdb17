package dev.rapport.models.site;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP/1.1 request.
 *
 * @param method GET, POST …
 * @param path without query
 * @param query without the question mark, empty for none
 * @param headers by lower-case name
 * @param body empty for none
 */
record Request(String method, String path, String query, Map<String, String> headers, byte[] body) {
    private static final int HEAD_LIMIT = 32_768;
    private static final int BODY_LIMIT = 1 << 20;

    /** Reads the next request; null when the connection ended before one began. */
    static @Nullable Request read(InputStream in) throws IOException {
        String start = line(in);
        if (start == null || start.isEmpty()) {
            return null;
        }
        String[] words = start.split(" ");
        if (words.length != 3) {
            throw new IOException("no HTTP request: " + start);
        }
        Map<String, String> headers = new HashMap<>();
        for (String header = line(in); header != null && !header.isEmpty(); header = line(in)) {
            int colon = header.indexOf(':');
            if (colon > 0) {
                headers.put(
                        header.substring(0, colon).toLowerCase(Locale.ROOT),
                        header.substring(colon + 1).trim());
            }
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        if (length < 0 || length > BODY_LIMIT) {
            throw new IOException("body of " + length + " bytes");
        }
        byte[] body = in.readNBytes(length);
        int mark = words[1].indexOf('?');
        return mark < 0
                ? new Request(words[0], words[1], "", headers, body)
                : new Request(words[0], words[1].substring(0, mark), words[1].substring(mark + 1), headers, body);
    }

    /** A header's value, empty when absent. */
    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    private static @Nullable String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                if (line.size() == 0) {
                    return null;
                }
                throw new EOFException("request cut off");
            }
            if (line.size() > HEAD_LIMIT) {
                throw new IOException("header line too long");
            }
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }
}

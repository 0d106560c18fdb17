package dev.rapport.ui.web;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The page inside the hint preview's frame. It runs the public widget, so it gets no rights at all: a sandbox without an
 * origin, no connection to anywhere, framed by the console only.
 */
final class PreviewServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int NONCE_BYTES = 18;

    private final String page;
    private final String host;
    private final SecureRandom random = new SecureRandom();

    PreviewServlet(URI publicUrl) {
        host = publicUrl.toString();
        try (InputStream in = PreviewServlet.class.getResourceAsStream("preview.html")) {
            if (in == null) {
                throw new IllegalStateException("preview.html is missing from the jar");
            }
            page = new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("{host}", host);
        } catch (IOException e) {
            throw new UncheckedIOException("preview.html cannot be read", e);
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        String nonce = Base64.getEncoder().encodeToString(bytes);
        response.setHeader(
                "Content-Security-Policy",
                "sandbox allow-scripts; default-src 'none'; script-src 'nonce-" + nonce + "' " + host
                        + "; style-src 'unsafe-inline'; frame-ancestors 'self'");
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("text/html;charset=utf-8");
        response.getWriter().write(page.replace("{nonce}", nonce));
    }
}

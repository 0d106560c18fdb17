package dev.rapport.ui.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Headers on every answer. The policy of pages is set with their nonce by {@link Startup}. */
final class SecurityHeaders implements Filter {
    /** For everything that is no page: nothing may run or be framed. */
    private static final String FILES = "default-src 'none'; style-src 'self'; font-src 'self'; frame-ancestors 'none'";

    private final boolean https;

    SecurityHeaders(boolean https) {
        this.https = https;
    }

    /**
     * The policy of pages. Scripts run only from this server or with the page's nonce. {@code unsafe-eval} is what
     * Vaadin's client engine needs to run the expressions that its server sends; inline style attributes are what its
     * components set.
     */
    static String page(String nonce) {
        return "default-src 'none'; script-src 'self' 'nonce-" + nonce
                + "' 'unsafe-eval'; style-src 'self' 'unsafe-inline';"
                + " img-src 'self' data:; font-src 'self' data:; connect-src 'self'; frame-src 'self'; manifest-src 'self';"
                + " base-uri 'self'; form-action 'self'; object-src 'none'; frame-ancestors 'none'";
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (response instanceof HttpServletResponse http) {
            http.setHeader("Content-Security-Policy", FILES);
            http.setHeader("X-Content-Type-Options", "nosniff");
            http.setHeader("Referrer-Policy", "no-referrer");
            http.setHeader("Cross-Origin-Opener-Policy", "same-origin");
            http.setHeader("Cross-Origin-Resource-Policy", "same-origin");
            http.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=(), bluetooth=()");
            if (https) {
                http.setHeader("Strict-Transport-Security", "max-age=31536000");
            }
        }
        chain.doFilter(request, response);
    }
}

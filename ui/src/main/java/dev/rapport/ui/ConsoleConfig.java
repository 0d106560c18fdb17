package dev.rapport.ui;

import java.net.URI;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * How the console listens.
 *
 * @param host address to bind; the loopback address unless the owner chose another
 * @param port TCP port, 0 for any free one
 * @param publicUrl where visitors' pages reach this server, such as {@code https://rapport.example.com}; no trailing slash.
 *     Snippets and the hint preview name it
 * @param secureCookies true where the console is reached by https: the session cookie is then never sent over http
 * @param tls what to answer https with; empty: plain http, for loopback and for proxies that do the encryption
 */
public record ConsoleConfig(String host, int port, URI publicUrl, boolean secureCookies, Optional<SSLContext> tls) {
    /** Loopback only. */
    public static final String DEFAULT_HOST = "127.0.0.1";
}

package dev.rapport.ui;

import java.net.URI;

/**
 * How the console listens.
 *
 * @param host address to bind; the loopback address unless the owner chose another
 * @param port TCP port, 0 for any free one
 * @param publicUrl where visitors' pages reach this server, such as {@code https://rapport.example.com}; no trailing slash.
 *     Snippets and the hint preview name it
 * @param secureCookies true where the console is reached by https: the session cookie is then never sent over http
 */
public record ConsoleConfig(String host, int port, URI publicUrl, boolean secureCookies) {
    /** Loopback only. */
    public static final String DEFAULT_HOST = "127.0.0.1";
}

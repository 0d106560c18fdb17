/** The certificate that both listeners show, read from PEM files and read again when they change. */
@NullMarked
package dev.rapport.server.tls;

import org.jspecify.annotations.NullMarked;

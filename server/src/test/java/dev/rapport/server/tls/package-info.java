/** Certificates that the listeners show. */
@NullMarked
package dev.rapport.server.tls;

import org.jspecify.annotations.NullMarked;

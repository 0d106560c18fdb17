/** The journal on a real broker. */
@NullMarked
package dev.rapport.server.kafka;

import org.jspecify.annotations.NullMarked;

/** Believable visitors that play through the real socket, marked as simulated. */
@NullMarked
package dev.rapport.server.simulate;

import org.jspecify.annotations.NullMarked;

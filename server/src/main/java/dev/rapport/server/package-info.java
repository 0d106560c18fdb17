/** Placeholder. */
@NullMarked
package dev.rapport.server;

import org.jspecify.annotations.NullMarked;

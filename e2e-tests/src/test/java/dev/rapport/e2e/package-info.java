/** Placeholder. */
@NullMarked
package dev.rapport.e2e;

import org.jspecify.annotations.NullMarked;

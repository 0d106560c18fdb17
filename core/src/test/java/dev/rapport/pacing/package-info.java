/** Tests of {@code pacing}. */
@NullMarked
package dev.rapport.pacing;

import org.jspecify.annotations.NullMarked;

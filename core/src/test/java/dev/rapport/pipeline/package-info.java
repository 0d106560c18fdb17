/** Tests of {@code pipeline}. */
@NullMarked
package dev.rapport.pipeline;

import org.jspecify.annotations.NullMarked;

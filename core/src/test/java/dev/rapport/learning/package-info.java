/** Tests of {@code learning}. */
@NullMarked
package dev.rapport.learning;

import org.jspecify.annotations.NullMarked;

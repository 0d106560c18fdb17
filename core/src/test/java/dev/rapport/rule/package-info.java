/** Tests of {@code rule}. */
@NullMarked
package dev.rapport.rule;

import org.jspecify.annotations.NullMarked;

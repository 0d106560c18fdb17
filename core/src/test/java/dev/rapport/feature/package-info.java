/** Tests of {@code feature}. */
@NullMarked
package dev.rapport.feature;

import org.jspecify.annotations.NullMarked;

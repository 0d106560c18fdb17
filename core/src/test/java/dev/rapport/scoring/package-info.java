/** Tests of {@code scoring}. */
@NullMarked
package dev.rapport.scoring;

import org.jspecify.annotations.NullMarked;

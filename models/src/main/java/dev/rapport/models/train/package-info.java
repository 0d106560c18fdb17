/** Recorded visits become labelled moments and moments become a model. Deterministic to the byte. */
@NullMarked
package dev.rapport.models.train;

import org.jspecify.annotations.NullMarked;

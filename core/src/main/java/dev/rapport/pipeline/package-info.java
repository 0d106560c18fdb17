/** A frame's whole life, from the privacy gate to its outcome. */
@NullMarked
package dev.rapport.pipeline;

import org.jspecify.annotations.NullMarked;

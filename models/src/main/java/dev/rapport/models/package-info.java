/** Placeholder. */
@NullMarked
package dev.rapport.models;

import org.jspecify.annotations.NullMarked;

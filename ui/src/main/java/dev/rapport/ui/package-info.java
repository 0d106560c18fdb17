/** Placeholder. */
@NullMarked
package dev.rapport.ui;

import org.jspecify.annotations.NullMarked;

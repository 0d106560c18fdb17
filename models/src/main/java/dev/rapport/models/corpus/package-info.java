/** Scripted visitors live through real pages, planted defects included, and what the widget sends is kept with the truth. */
@NullMarked
package dev.rapport.models.corpus;

import org.jspecify.annotations.NullMarked;

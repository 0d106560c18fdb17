/** How right the models are: numbers with intervals, and the pages that state them. Tunes nothing. */
@NullMarked
package dev.rapport.models.evaluate;

import org.jspecify.annotations.NullMarked;

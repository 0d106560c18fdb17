/** How people move, type and react, as numbers with sources. Knows nothing of browsers. */
@NullMarked
package dev.rapport.models.human;

import org.jspecify.annotations.NullMarked;

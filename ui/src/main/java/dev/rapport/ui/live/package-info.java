/** The visits on the line now, kept fresh by server push. */
@NullMarked
package dev.rapport.ui.live;

import org.jspecify.annotations.NullMarked;

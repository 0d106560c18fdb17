/** How right the score is on a site: answers, what was learned from them, and drift. */
@NullMarked
package dev.rapport.ui.learning;

import org.jspecify.annotations.NullMarked;

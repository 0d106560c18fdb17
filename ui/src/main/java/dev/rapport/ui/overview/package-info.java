/** What happened on a site: friction over time, trouble, hints. */
@NullMarked
package dev.rapport.ui.overview;

import org.jspecify.annotations.NullMarked;

/** Sites: what they may collect, who may connect, the snippet to embed. */
@NullMarked
package dev.rapport.ui.sites;

import org.jspecify.annotations.NullMarked;

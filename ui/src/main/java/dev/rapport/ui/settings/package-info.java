/** One change to a site's settings: made from the snapshot that the page showed, saved, or explained why not. */
@NullMarked
package dev.rapport.ui.settings;

import org.jspecify.annotations.NullMarked;

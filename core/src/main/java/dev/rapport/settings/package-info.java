/** Site settings: one immutable snapshot of all that the console configures, and where it is kept. */
@NullMarked
package dev.rapport.settings;

import org.jspecify.annotations.NullMarked;

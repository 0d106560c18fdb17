/** The console in a real browser. */
@NullMarked
package dev.rapport.e2e.console;

import org.jspecify.annotations.NullMarked;

/** Tests of the console, and a console over stores in memory to look at. */
@NullMarked
package dev.rapport.ui;

import org.jspecify.annotations.NullMarked;

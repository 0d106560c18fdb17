/** The widget on pages of its own, one a signal and one an honest control. */
@NullMarked
package dev.rapport.e2e.widget;

import org.jspecify.annotations.NullMarked;

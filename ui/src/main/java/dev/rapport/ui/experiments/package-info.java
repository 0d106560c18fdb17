/** Experiments: list, form, and the report as core made it. */
@NullMarked
package dev.rapport.ui.experiments;

import org.jspecify.annotations.NullMarked;

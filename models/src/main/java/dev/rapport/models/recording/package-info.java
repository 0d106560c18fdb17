/** Visits as files: the widget's own frames with the truth beside them. */
@NullMarked
package dev.rapport.models.recording;

import org.jspecify.annotations.NullMarked;

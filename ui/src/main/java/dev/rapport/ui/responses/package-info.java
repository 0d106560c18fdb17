/** Rules and hints: lists, forms, and a preview that the real widget draws. */
@NullMarked
package dev.rapport.ui.responses;

import org.jspecify.annotations.NullMarked;

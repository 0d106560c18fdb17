/** The commands {@code corpus}, {@code train}, {@code evaluate} and {@code score}: flags in, text and files out, an exit code. */
@NullMarked
package dev.rapport.models.command;

import org.jspecify.annotations.NullMarked;

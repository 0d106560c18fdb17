/** The command {@code abtest}: statistics for scripts and outside checks. Text in, text out, exit code back. */
@NullMarked
package dev.rapport.experiment.command;

import org.jspecify.annotations.NullMarked;

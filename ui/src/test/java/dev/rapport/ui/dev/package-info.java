/** A console over stores in memory with made-up visits, and the tool that takes its pictures. */
@NullMarked
package dev.rapport.ui.dev;

import org.jspecify.annotations.NullMarked;

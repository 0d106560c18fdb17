/** The program: its settings, its commands, and the one constructor that wires all parts. */
@NullMarked
package dev.rapport.server;

import org.jspecify.annotations.NullMarked;

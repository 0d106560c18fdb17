/** Faults against the real program under load, and the proof of what it keeps: {@code ./rapport chaos}. */
@NullMarked
package dev.rapport.server.chaos;

import org.jspecify.annotations.NullMarked;

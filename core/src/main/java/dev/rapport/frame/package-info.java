/** What a page says, and its bytes: frames, summaries, signals, visitor events and the codec. */
@NullMarked
package dev.rapport.frame;

import org.jspecify.annotations.NullMarked;

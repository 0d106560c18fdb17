/** When a score or signal deserves a hint: conditions and response rules. */
@NullMarked
package dev.rapport.rule;

import org.jspecify.annotations.NullMarked;

/** The quick part of the chaos, and tests of its judgement. */
@NullMarked
package dev.rapport.server.chaos;

import org.jspecify.annotations.NullMarked;

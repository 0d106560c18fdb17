/** Journeys of visitors and site owners in a real browser against the real server. */
@NullMarked
package dev.rapport.e2e;

import org.jspecify.annotations.NullMarked;

/** Tests of {@code evidence}. */
@NullMarked
package dev.rapport.evidence;

import org.jspecify.annotations.NullMarked;

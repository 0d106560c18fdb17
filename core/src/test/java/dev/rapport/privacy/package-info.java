/** Tests of {@code privacy}. */
@NullMarked
package dev.rapport.privacy;

import org.jspecify.annotations.NullMarked;

/** Tests of who is on the line. */
@NullMarked
package dev.rapport.session;

import org.jspecify.annotations.NullMarked;

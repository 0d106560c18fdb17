/** Tests of a whole process. */
@NullMarked
package dev.rapport.server;

import org.jspecify.annotations.NullMarked;

/** Tests of the wire: golden bytes, the schema, random messages, random bytes. */
@NullMarked
package dev.rapport.frame;

import org.jspecify.annotations.NullMarked;

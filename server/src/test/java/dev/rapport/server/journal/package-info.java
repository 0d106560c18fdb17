/** Tests of the journal on disk. */
@NullMarked
package dev.rapport.server.journal;

import org.jspecify.annotations.NullMarked;

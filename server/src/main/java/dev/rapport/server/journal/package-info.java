/** The journal on disk and the writer that carries its entries to the store. */
@NullMarked
package dev.rapport.server.journal;

import org.jspecify.annotations.NullMarked;

/** The store against real PostgreSQL. */
@NullMarked
package dev.rapport.server.store;

import org.jspecify.annotations.NullMarked;

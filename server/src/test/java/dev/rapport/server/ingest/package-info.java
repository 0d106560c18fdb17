/** Tests of the public listener through its real port. */
@NullMarked
package dev.rapport.server.ingest;

import org.jspecify.annotations.NullMarked;

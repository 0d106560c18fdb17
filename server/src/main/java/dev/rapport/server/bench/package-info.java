/** What ingest costs: the real path beside a bare socket echo, with one client and the same bytes. */
@NullMarked
package dev.rapport.server.bench;

import org.jspecify.annotations.NullMarked;

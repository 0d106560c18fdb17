/** PostgreSQL: the embedded server, the pool, the schema and the contracts of core over them. The only JDBC in Rapport. */
@NullMarked
package dev.rapport.server.store;

import org.jspecify.annotations.NullMarked;

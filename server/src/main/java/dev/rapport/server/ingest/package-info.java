/** The public listener: the widget's files, the socket, the fallback POST, health and metrics. */
@NullMarked
package dev.rapport.server.ingest;

import org.jspecify.annotations.NullMarked;

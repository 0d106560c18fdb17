/** Processes of their own, for measurements and trials whose sides must not share a heap, a compiler or a limit of open files. */
@NullMarked
package dev.rapport.server.apart;

import org.jspecify.annotations.NullMarked;

/** What must survive a crash: journal entries, their bytes and the journal contract. */
@NullMarked
package dev.rapport.journal;

import org.jspecify.annotations.NullMarked;

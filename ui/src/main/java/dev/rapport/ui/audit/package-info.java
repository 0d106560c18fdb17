/** Who changed what, and whether the record of it is whole. */
@NullMarked
package dev.rapport.ui.audit;

import org.jspecify.annotations.NullMarked;

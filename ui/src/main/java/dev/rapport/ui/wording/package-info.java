/** Plain words and numbers for what the domain's records mean. Every enum and sealed type is worded in one exhaustive switch. */
@NullMarked
package dev.rapport.ui.wording;

import org.jspecify.annotations.NullMarked;

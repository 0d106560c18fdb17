/** Named numbers become a score: the model contract, score, reasons. */
@NullMarked
package dev.rapport.scoring;

import org.jspecify.annotations.NullMarked;

/** Outside proof: runs published cases against the statistics and says which pass. */
@NullMarked
package dev.rapport.experiment.verification;

import org.jspecify.annotations.NullMarked;

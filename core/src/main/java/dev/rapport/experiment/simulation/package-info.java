/** Repeated experiments with known truth: do the statistics keep their promises when one peeks? */
@NullMarked
package dev.rapport.experiment.simulation;

import org.jspecify.annotations.NullMarked;

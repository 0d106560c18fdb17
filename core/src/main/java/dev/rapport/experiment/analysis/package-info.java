/** One experiment as a line of JSON in, one result as a line of JSON out. */
@NullMarked
package dev.rapport.experiment.analysis;

import org.jspecify.annotations.NullMarked;

/** What an experiment's numbers mean: arms side by side and a verdict in words. */
@NullMarked
package dev.rapport.experiment.report;

import org.jspecify.annotations.NullMarked;

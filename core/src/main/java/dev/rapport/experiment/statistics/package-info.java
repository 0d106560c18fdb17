/**
 * Experiment statistics, pure: sufficient statistics in, results out. No clock, no randomness, no stored rows.
 *
 * <p>Sources, named where they are used: Welch 1947; Deng, Xu, Kohavi, Walker 2013 (CUPED); Deng, Knoblich, Lu 2018 (delta
 * method, quantiles); Miratrix, Sekhon, Yu 2013 (post-stratification); Waudby-Smith, Arbour, Sinha, Kennedy, Ramdas 2021
 * (asymptotic confidence sequences); Holm 1979; Benjamini, Hochberg 1995; Wilson 1927; Thompson 1933.
 */
@NullMarked
package dev.rapport.experiment.statistics;

import org.jspecify.annotations.NullMarked;

/** Recent frames become named numbers: window, baseline, feature vector. */
@NullMarked
package dev.rapport.feature;

import org.jspecify.annotations.NullMarked;

/** What a score means on one site: answers of its visitors, calibrations learned from them, whether they are better, and drift. */
@NullMarked
package dev.rapport.learning;

import org.jspecify.annotations.NullMarked;

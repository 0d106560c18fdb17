/** Outcomes become counts and reports: the store contract and its in-memory reference. */
@NullMarked
package dev.rapport.analytics;

import org.jspecify.annotations.NullMarked;

package dev.rapport.learning;

import java.time.Instant;

/**
 * One trial of a site and what came of it; every one is kept.
 *
 * @param number 1 for the first, rising by one
 * @param at when
 * @param by who asked for it
 * @param candidate what was learned; its version is {@code number}
 * @param verdict whether it was taken
 */
public record Version(int number, Instant at, String by, Adjustment candidate, Verdict verdict) {}

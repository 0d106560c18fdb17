package dev.rapport.models.evaluate;

/**
 * One fairness test.
 *
 * @param id F1 to F12
 * @param test what is compared
 * @param bar what must hold
 * @param number what was measured
 * @param met whether it holds
 */
public record Verdict(String id, String test, String bar, String number, boolean met) {}

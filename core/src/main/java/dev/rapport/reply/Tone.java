package dev.rapport.reply;

/**
 * What a text sounds like: probabilities from 0 to 1, each on its own, and how much known text stands behind them.
 *
 * @param frustration like anger, annoyance or disappointment
 * @param confusion like being lost
 * @param gratitude like thanks
 * @param sadness like sorrow
 * @param certainty 0 to 1
 */
public record Tone(double frustration, double confusion, double gratitude, double sadness, double certainty) {}

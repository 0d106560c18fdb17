package dev.rapport.frame;

/**
 * Something the visitor or the site said outright.
 *
 * @param kind what was said
 * @param name a hint id, a conversion name or empty, at most 96 characters
 * @param value a number whose meaning {@link EventKind} states, -1,000,000,000 to 1,000,000,000
 */
public record VisitorEvent(EventKind kind, String name, int value) {}

package dev.rapport.frame;

/**
 * One detected friction event.
 *
 * @param kind what happened
 * @param element a stable, text-free reference to the element (id or test id, role, position), at most 96 characters of
 *     {@code [A-Za-z0-9_#.:/@=>()\[\]-]}; empty when the signal concerns the page
 * @param magnitude its size in the unit that {@link SignalKind} states, 0 to 1,000,000
 */
public record Signal(SignalKind kind, String element, int magnitude) {}

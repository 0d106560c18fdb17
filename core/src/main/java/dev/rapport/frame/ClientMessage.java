package dev.rapport.frame;

/** What a page may send: a {@link Hello} first, then {@link Frame}s. Nothing else is accepted. */
public sealed interface ClientMessage permits Hello, Frame {}

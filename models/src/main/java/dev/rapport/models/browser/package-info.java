/** Drives a real Chromium over its DevTools socket with trusted input. Knows nothing of visitors or pages. */
@NullMarked
package dev.rapport.models.browser;

import org.jspecify.annotations.NullMarked;

/** Strict reading of JSON: each value knows its path, and nothing unknown, missing or doubled is let through. */
@NullMarked
package dev.rapport.json;

import org.jspecify.annotations.NullMarked;

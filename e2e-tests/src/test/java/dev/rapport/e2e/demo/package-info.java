/** The demos beside the shop, in a real browser. */
@NullMarked
package dev.rapport.e2e.demo;

import org.jspecify.annotations.NullMarked;

/** Tests of what a role may change. */
@NullMarked
package dev.rapport.ui.access;

import org.jspecify.annotations.NullMarked;

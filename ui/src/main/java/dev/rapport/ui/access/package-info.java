/** Who may open which page: sign-in, one-time set-up, roles. */
@NullMarked
package dev.rapport.ui.access;

import org.jspecify.annotations.NullMarked;

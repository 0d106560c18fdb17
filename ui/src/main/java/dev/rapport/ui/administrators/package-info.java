/** Who may use the console. */
@NullMarked
package dev.rapport.ui.administrators;

import org.jspecify.annotations.NullMarked;

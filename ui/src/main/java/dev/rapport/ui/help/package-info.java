/** What is measured, what is not, and what Rapport may be used for. */
@NullMarked
package dev.rapport.ui.help;

import org.jspecify.annotations.NullMarked;

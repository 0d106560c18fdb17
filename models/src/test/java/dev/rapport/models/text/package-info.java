/** The text model and what goes wrong around it. */
@NullMarked
package dev.rapport.models.text;

import org.jspecify.annotations.NullMarked;

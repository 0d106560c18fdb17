/** A small local web server: static pages, and a socket that keeps the frames the widget sends. */
@NullMarked
package dev.rapport.models.site;

import org.jspecify.annotations.NullMarked;

/** Tests of sessions, headers and of who may open which page. */
@NullMarked
package dev.rapport.ui.web;

import org.jspecify.annotations.NullMarked;

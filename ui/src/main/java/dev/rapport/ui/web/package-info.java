/** Jetty and Vaadin put together: context, servlet, security headers, sessions. */
@NullMarked
package dev.rapport.ui.web;

import org.jspecify.annotations.NullMarked;

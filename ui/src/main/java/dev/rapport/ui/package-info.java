/** The admin console: its listener, what it is configured with and what it reads. Views decide nothing; core does. */
@NullMarked
package dev.rapport.ui;

import org.jspecify.annotations.NullMarked;

/** What surrounds every page: head, navigation, site and theme choice. */
@NullMarked
package dev.rapport.ui.shell;

import org.jspecify.annotations.NullMarked;

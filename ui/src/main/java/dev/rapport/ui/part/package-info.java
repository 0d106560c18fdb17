/** Parts that several pages are made of: charts with their tables, tiles, empty states. */
@NullMarked
package dev.rapport.ui.part;

import org.jspecify.annotations.NullMarked;

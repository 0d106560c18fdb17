/** What may be collected: site purpose, jurisdiction and channel. */
@NullMarked
package dev.rapport.privacy;

import org.jspecify.annotations.NullMarked;

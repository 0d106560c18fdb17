/** How often a visitor may be interrupted: caps, cool-downs, silence. */
@NullMarked
package dev.rapport.pacing;

import org.jspecify.annotations.NullMarked;

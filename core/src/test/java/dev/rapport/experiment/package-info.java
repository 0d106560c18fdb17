/** Tests of who may see a hint. */
@NullMarked
package dev.rapport.experiment;

import org.jspecify.annotations.NullMarked;

/** Tests of who may use the console, and of the record of what they did. */
@NullMarked
package dev.rapport.admin;

import org.jspecify.annotations.NullMarked;

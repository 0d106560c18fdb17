/** Assignments for the customer's own Java code. */
@NullMarked
package dev.rapport.server.experiment;

import org.jspecify.annotations.NullMarked;

/** Who may see a hint: experiments, variations, hashing, assignment, holdout. */
@NullMarked
package dev.rapport.experiment;

import org.jspecify.annotations.NullMarked;

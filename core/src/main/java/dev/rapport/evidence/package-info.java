/**
 * What opt-in senses add to a score: one small evidence model for each, in log-odds relative to the visitor's own baseline, and
 * their fusion with what the friction model says. Typing rhythm and cursor kinematics are not here: they are features of the friction
 * model, weighed there by the corpus, and would count twice.
 */
@NullMarked
package dev.rapport.evidence;

import org.jspecify.annotations.NullMarked;

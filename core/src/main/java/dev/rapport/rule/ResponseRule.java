package dev.rapport.rule;

/**
 * A condition and the hint it calls for.
 *
 * @param id kebab-case, unique in the site
 * @param name for the console
 * @param enabled a rule that is off never matches
 * @param priority higher first; equal priorities by order in the settings
 * @param when the condition
 * @param heldForSeconds how long the condition must have held without a break, 0 to 60
 * @param hint id of the hint
 */
public record ResponseRule(
        String id, String name, boolean enabled, int priority, Condition when, int heldForSeconds, String hint) {}

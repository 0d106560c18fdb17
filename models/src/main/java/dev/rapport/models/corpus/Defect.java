package dev.rapport.models.corpus;

import java.util.Locale;

/**
 * A planted defect: the ground truth of a page variant.
 *
 * @param id unique on its page, for example {@code dead-apply}
 * @param type what is broken
 * @param on CSS selector of the element
 * @param feels what a person would notice, one clause
 */
public record Defect(String id, Type type, String on, String feels) {
    /** Kinds of defects; {@code defects.js} plants them by their word. */
    public enum Type {
        /** The control does nothing. */
        DEAD,
        /** The form refuses and says nothing. */
        SILENT,
        /** The control moves just before the click. */
        MOVING,
        /** A script error stops the control; nothing is shown. */
        ERROR,
        /** A request fails; nothing is shown. */
        FAILED,
        /** The effect comes 4 to 7 s late. */
        SLOW,
        /** What was typed vanishes when the field is left. */
        LOST,
        /** Input is refused by a format rule that is not explained. */
        FORMAT,
        /** The control does something else than it says. */
        MISLEADING,
        /** The control reacts only in its innermost 6 pixels. */
        TINY,
        /** The back button stays on the page. */
        BACK,
        /** A spinner never ends. */
        SPINNER,
        /** Something invisible lies over the control. */
        COVERED,
        /** The page already belongs to its owner with its defects: nothing is planted by {@code defects.js}. */
        OWN;

        /** The word in manifests and query strings. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}

package dev.rapport.hint;

import java.util.List;

/**
 * What a hint says in one language. Plain text only; it is set with {@code textContent}.
 *
 * @param title at most 80 characters, may be empty
 * @param body 1 to 400 characters (may be empty for a verb)
 * @param action label of the action button, at most 40 characters; empty for none
 * @param choices answers of a survey, 2 to 6 of at most 60 characters; empty for other kinds
 */
public record HintText(String title, String body, String action, List<String> choices) {
    public HintText {
        choices = List.copyOf(choices);
    }
}

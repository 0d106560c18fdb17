package dev.rapport.pacing;

import dev.rapport.frame.Frame;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How often one visit was interrupted already, and whether it may be again. Times are the visit's own seconds. A rule asks for
 * a hint; an experiment may show another in its place: pacing counts what was asked for, so that all arms pace alike. Not
 * thread-safe.
 */
public final class PacingState {
    private static final int NEVER = Integer.MIN_VALUE;

    /** Names that a page can have remembered, settled and dismissed each: it may name hints that never were. */
    private static final int MOST_NAMES = 256;

    /** What became of a visit's hints. */
    private record Hints(
            Map<String, Integer> uses,
            Map<String, String> askedFor,
            Set<String> unseen,
            Set<String> settled,
            Set<String> dismissed) {
        /** Of most visits: they are never interrupted. */
        static final Hints NONE = new Hints(Map.of(), Map.of(), Set.of(), Set.of(), Set.of());
    }

    private Hints hints = Hints.NONE;
    private int total;
    private int quietSince = NEVER;
    private boolean silenced;

    /**
     * Why a hint must wait now, or empty when it may show.
     *
     * @param pacing of the site
     * @param hint id that a rule asks for
     * @param frame the newest: its second and state
     */
    public Optional<Pacing.Pause> check(Pacing pacing, String hint, Frame frame) {
        if (silenced
                || hints.dismissed.contains(hint)
                || (pacing.silenceAfterDismissal() && !hints.dismissed.isEmpty())) {
            return Optional.of(Pacing.Pause.SILENCED);
        }
        if (total >= pacing.perSession()) {
            return Optional.of(Pacing.Pause.SESSION_CAP);
        }
        if (hints.settled.contains(hint) || hints.uses.getOrDefault(hint, 0) >= pacing.perHint()) {
            return Optional.of(Pacing.Pause.HINT_CAP);
        }
        if (quietSince != NEVER && frame.second() - quietSince < pacing.coolDownSeconds()) {
            return Optional.of(Pacing.Pause.COOL_DOWN);
        }
        if (!frame.is(Frame.VISIBLE)) {
            return Optional.of(Pacing.Pause.HIDDEN);
        }
        if (pacing.quietWhileTyping() && frame.is(Frame.TYPING)) {
            return Optional.of(Pacing.Pause.TYPING);
        }
        if (pacing.quietWhileTyping() && frame.is(Frame.DRAGGING)) {
            return Optional.of(Pacing.Pause.DRAGGING);
        }
        return Optional.empty();
    }

    /** True while the visit has had no hint: a dialog must wait. */
    public boolean untouched() {
        return total == 0;
    }

    /** A hint is sent, or would have been in a control arm: both use up the same. */
    public void use(String hint, int second) {
        written().uses.merge(hint, 1, Integer::sum);
        total++;
        rest(second);
    }

    /** The page is asked to show {@code shown} for {@code hint}; its answers will name {@code shown}. */
    public void sent(String hint, String shown) {
        written().askedFor.put(shown, hint);
        hints.unseen.add(hint);
    }

    /** The visitor can see the hint. */
    public void seen(String shown) {
        written().unseen.remove(asked(shown));
    }

    /** A hint that was sent could not show because its moment had passed: it may come again after the cool-down. */
    public void giveBack(String shown) {
        String hint = asked(shown);
        if (written().unseen.remove(hint)) {
            hints.uses.merge(hint, -1, Integer::sum);
            total--;
        }
    }

    /** The hint did its work; it is not needed again in this visit. */
    public void settle(String shown) {
        remember(written().settled, shown);
    }

    /** The visitor closed a hint. */
    public void dismiss(String shown) {
        remember(written().dismissed, shown);
    }

    /** Nothing shows for a cool-down from here: a hint came, or the visitor said that all is well. */
    public void rest(int second) {
        quietSince = Math.max(quietSince, second);
    }

    /** The visitor switched hints off. */
    public void silence() {
        silenced = true;
    }

    private String asked(String shown) {
        return hints.askedFor.getOrDefault(shown, shown);
    }

    private void remember(Set<String> names, String shown) {
        if (names.size() < MOST_NAMES) {
            names.add(asked(shown));
        }
    }

    private Hints written() {
        if (hints == Hints.NONE) {
            hints = new Hints(new HashMap<>(4), new HashMap<>(4), new HashSet<>(2), new HashSet<>(2), new HashSet<>(2));
        }
        return hints;
    }
}

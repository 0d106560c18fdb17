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

    private final Map<String, Integer> uses = new HashMap<>(4);
    private final Map<String, String> askedFor = new HashMap<>(4);
    private final Set<String> unseen = new HashSet<>(2);
    private final Set<String> settled = new HashSet<>(2);
    private final Set<String> dismissed = new HashSet<>(2);
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
        if (silenced || dismissed.contains(hint) || (pacing.silenceAfterDismissal() && !dismissed.isEmpty())) {
            return Optional.of(Pacing.Pause.SILENCED);
        }
        if (total >= pacing.perSession()) {
            return Optional.of(Pacing.Pause.SESSION_CAP);
        }
        if (settled.contains(hint) || uses.getOrDefault(hint, 0) >= pacing.perHint()) {
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
        uses.merge(hint, 1, Integer::sum);
        total++;
        rest(second);
    }

    /** The page is asked to show {@code shown} for {@code hint}; its answers will name {@code shown}. */
    public void sent(String hint, String shown) {
        askedFor.put(shown, hint);
        unseen.add(hint);
    }

    /** The visitor can see the hint. */
    public void seen(String shown) {
        unseen.remove(asked(shown));
    }

    /** A hint that was sent could not show because its moment had passed: it may come again after the cool-down. */
    public void giveBack(String shown) {
        String hint = asked(shown);
        if (unseen.remove(hint)) {
            uses.merge(hint, -1, Integer::sum);
            total--;
        }
    }

    /** The hint did its work; it is not needed again in this visit. */
    public void settle(String shown) {
        settled.add(asked(shown));
    }

    /** The visitor closed a hint. */
    public void dismiss(String shown) {
        dismissed.add(asked(shown));
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
        return askedFor.getOrDefault(shown, shown);
    }
}

package dev.rapport.pacing;

import dev.rapport.frame.Frame;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How often one visit was interrupted already, and whether it may be again. Times are the visit's own seconds. Not
 * thread-safe.
 */
public final class PacingState {
    private final Map<String, Integer> uses = new HashMap<>(4);
    private final Set<String> dismissed = new HashSet<>(2);
    private int total;
    private int lastSecond = Integer.MIN_VALUE;
    private boolean silenced;
    private boolean anyDismissed;

    /**
     * Why a hint must wait now, or empty when it may show.
     *
     * @param pacing of the site
     * @param hint id
     * @param frame the newest: its second and state
     */
    public Optional<Pacing.Pause> check(Pacing pacing, String hint, Frame frame) {
        if (silenced || (anyDismissed && pacing.silenceAfterDismissal()) || dismissed.contains(hint)) {
            return Optional.of(Pacing.Pause.SILENCED);
        }
        if (total >= pacing.perSession()) {
            return Optional.of(Pacing.Pause.SESSION_CAP);
        }
        if (uses.getOrDefault(hint, 0) >= pacing.perHint()) {
            return Optional.of(Pacing.Pause.HINT_CAP);
        }
        if (lastSecond != Integer.MIN_VALUE && frame.second() - lastSecond < pacing.coolDownSeconds()) {
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

    /** A hint is shown, or would have been in a control arm: both use up the same. */
    public void use(String hint, int second) {
        uses.merge(hint, 1, Integer::sum);
        total++;
        lastSecond = second;
    }

    /** A hint that was sent did not show because its moment had passed: it may come again after the cool-down. */
    public void giveBack(String hint) {
        if (uses.getOrDefault(hint, 0) > 0) {
            uses.merge(hint, -1, Integer::sum);
            total--;
        }
    }

    /** The visitor closed a hint. */
    public void dismiss(String hint) {
        dismissed.add(hint);
        anyDismissed = true;
    }

    /** The visitor switched hints off. */
    public void silence() {
        silenced = true;
    }

    /** True once hints are over for this visit under these rules. */
    public boolean over(Pacing pacing) {
        return silenced || (anyDismissed && pacing.silenceAfterDismissal()) || total >= pacing.perSession();
    }
}

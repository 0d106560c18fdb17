package dev.rapport.models.corpus;

import dev.rapport.models.human.Persona;
import dev.rapport.models.recording.Truth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * Lives one visit: follows the page's tasks, waits for what the page should do, and struggles when it does not. The truth
 * is what happened: an interval opens at the first act without effect and closes when the effect comes or the visitor
 * gives up. Acts that missed a control are
 * the visitor's own slips and no truth, unless the control is the planted one and was missed more than once.
 */
final class Visitor {
    /** Sound pages answer; only a slow machine or network makes a visitor wait this long. */
    private static final double SOUND_PATIENCE_MS = 6000;

    private final Body body;
    private final Hands hands;
    private final Optional<Defect> defect;
    private final DoubleSupplier clock;
    private final Reaction reaction;
    private final Habits habits;
    private final List<Truth> truths = new ArrayList<>();
    private final Map<String, Typed> fields = new LinkedHashMap<>();
    private boolean gaveUp;
    private double missedFrom = -1;

    /** {@code clock} gives seconds since the visit began, on the frames' time line. */
    Visitor(Body body, Hands hands, Optional<Defect> defect, DoubleSupplier clock) {
        this.body = body;
        this.hands = hands;
        this.defect = defect;
        this.clock = clock;
        this.reaction = new Reaction(body, hands);
        this.habits = new Habits(body, hands);
    }

    /** Intervals of struggle so far. */
    List<Truth> truths() {
        return List.copyOf(truths);
    }

    /** Whether a task was left undone. */
    boolean gaveUp() {
        return gaveUp;
    }

    /** Does the tasks in order. */
    void live(List<PageSpec.Task> tasks) {
        hands.wander(body.chance.around(2500, 0.3));
        for (PageSpec.Task task : tasks) {
            fields.clear();
            for (Step step : task.steps()) {
                habits.maybe();
                if (step.action() == Step.Action.TYPE && !fields.isEmpty()) {
                    habits.lookBack(fields.keySet().iterator().next());
                }
                if (!attempt(step)) {
                    gaveUp = true;
                    hands.wander(body.chance.around(5000, 0.3));
                    break;
                }
            }
        }
        hands.wander(body.chance.around(3000, 0.3));
    }

    private boolean attempt(Step step) {
        double noticed = recheck(step);
        missedFrom = -1;
        double act = act(step, 0);
        noticed = noticed < 0 ? missedFrom : noticed;
        boolean sound = defect.isEmpty();
        boolean lost = noticed >= 0;
        if (waitFor(step, sound ? SOUND_PATIENCE_MS : body.persona.temper().patienceMs())) {
            if (lost) {
                truths.add(truth(noticed, true));
            }
            return true;
        }
        if (sound) {
            act(step, 0);
            if (waitFor(step, SOUND_PATIENCE_MS)) {
                return true;
            }
            throw new CorpusException("on a sound page, " + step + " had no effect");
        }
        boolean solved = false;
        for (int round = 1; round <= body.persona.temper().rounds() && !solved; round++) {
            reaction.search();
            solved = holds(step) || again(step, round);
        }
        truths.add(truth(lost ? noticed : act, solved));
        return solved;
    }

    private boolean again(Step step, int round) {
        switch (step.action()) {
            case CLICK -> {
                refill();
                reaction.press(step.target());
            }
            case TYPE -> act(step, round);
            case BACK -> {
                body.tab.back();
                body.rest(reaction.impatience());
                body.tab.back();
            }
            case DRAG, SELECT, SCROLL, READ -> act(step, 0);
        }
        return waitFor(step, body.persona.temper().patienceMs() * 0.8);
    }

    /** Types once more what the page lost or marks as wrong, if this step is a form's button. */
    private void refill() {
        for (Map.Entry<String, Typed> entry : fields.entrySet()) {
            String field = entry.getKey();
            String now = body.sight.valueOf(field);
            if (body.sight.marked(field) || !now.equals(entry.getValue().value())) {
                hands.focus(field);
                body.erase(now.length());
                body.write(reaction.otherWay(entry.getValue().step(), field));
                entry.setValue(new Typed(entry.getValue().step(), body.sight.valueOf(field)));
            }
        }
    }

    /** Notices what was lost before going on; returns when, or -1. */
    private double recheck(Step step) {
        double noticed = -1;
        if (step.action() == Step.Action.CLICK && defect.isPresent()) {
            for (Map.Entry<String, Typed> entry : fields.entrySet()) {
                String field = entry.getKey();
                if (!entry.getValue().value().isEmpty()
                        && body.sight.find(field).found()
                        && body.sight.valueOf(field).isEmpty()) {
                    noticed = noticed < 0 ? clock.getAsDouble() : noticed;
                    hands.focus(field);
                    body.write(entry.getValue().value());
                }
            }
        }
        return noticed;
    }

    /** What stands in a field and the step that put it there. */
    private record Typed(Step step, String value) {}

    private double act(Step step, int round) {
        double at = clock.getAsDouble();
        switch (step.action()) {
            case READ -> habits.read(step.seconds());
            case SCROLL -> hands.reach(step.target());
            case SELECT -> hands.select(step.target());
            case DRAG -> hands.drag(step.target());
            case BACK -> body.tab.back();
            case CLICK -> {
                double before = body.now();
                Hands.Act done = hands.press(step.target(), step.times(), 260);
                boolean planted =
                        defect.filter(d -> d.on().equals(step.target())).isPresent();
                if (planted && done.misses() > 1) {
                    missedFrom = at + (done.firstMissMs() - before) / 1000;
                }
                at += (done.atMs() - before) / 1000;
            }
            case TYPE -> {
                String text = step.texts().get(Math.min(round, step.texts().size() - 1));
                hands.focus(step.target());
                body.erase(body.sight.valueOf(step.target()).length());
                body.write(text);
                body.rest(120);
                fields.put(step.target(), new Typed(step, body.sight.valueOf(step.target())));
                at = clock.getAsDouble();
            }
        }
        return at;
    }

    private Truth truth(double first, boolean solved) {
        Defect planted = defect.orElseThrow();
        double now = clock.getAsDouble();
        return new Truth(Math.min(first, now), now, planted.id(), planted.type().word(), solved);
    }

    private boolean holds(Step step) {
        return body.sight.holds(step.expect());
    }

    private boolean waitFor(Step step, double medianMs) {
        double until = body.now() + Math.max(700, body.chance.around(medianMs, 0.3));
        while (!holds(step)) {
            if (body.now() > until) {
                return false;
            }
            body.rest(120);
        }
        return true;
    }

    /** For {@link Persona}s that use no pointer, a switch over hands. */
    static Hands handsOf(Body body) {
        return switch (body.persona.input()) {
            case MOUSE -> new MouseHands(body);
            case TOUCH -> new FingerHands(body);
            case KEYBOARD, READER, SWITCH -> new KeyHands(body);
        };
    }
}

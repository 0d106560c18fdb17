package dev.rapport.models.corpus;

import dev.rapport.models.browser.Key;
import dev.rapport.models.human.Persona;

/** Hands, a switch or a screen reader on a keyboard: Tab to get somewhere, Enter to act. */
final class KeyHands implements Hands {
    private static final int FURTHEST = 70;

    private final Body body;

    KeyHands(Body body) {
        this.body = body;
    }

    private double beat() {
        return switch (body.persona.input()) {
            case READER -> body.chance.around(130, 0.35);
            case SWITCH -> body.chance.around(900, 0.08);
            case KEYBOARD, MOUSE, TOUCH -> body.chance.around(260, 0.3);
        };
    }

    @Override
    public Act press(String selector, int times, double gapMs) {
        focus(selector);
        if (!body.sight.focused(selector)) {
            return new Act(body.now(), 0, body.now());
        }
        boolean box = body.tab
                .evaluate("['checkbox','radio'].includes(document.activeElement.type)")
                .asBoolean(false);
        double at = 0;
        double slowest = body.persona.input() == Persona.Input.SWITCH ? 900 : gapMs;
        for (int i = 0; i < times; i++) {
            if (i > 0) {
                body.rest(Math.max(60, body.chance.around(Math.max(gapMs, slowest), 0.15) - 70));
            }
            at = i == 0 ? body.now() : at;
            body.strike(box ? Key.SPACE : Key.ENTER);
        }
        return new Act(at, 0, at);
    }

    @Override
    public void focus(String selector) {
        boolean back = body.tab
                .evaluate("(()=>{const a=document.activeElement,e=document.querySelector("
                        + Sight.quote(selector)
                        + ");return !!e&&a!==document.body&&!!(a.compareDocumentPosition(e)&2)})()")
                .asBoolean(false);
        boolean reachable = body.tab
                .evaluate("(()=>{const e=document.querySelector(" + Sight.quote(selector)
                        + ");return !!e&&e.tabIndex>=0})()")
                .asBoolean(false);
        for (int i = 0; reachable && i < FURTHEST && !body.sight.focused(selector); i++) {
            body.rest(beat());
            body.strike(inItsGroup(selector) ? Key.DOWN : back ? Key.BACK_TAB : Key.TAB);
        }
        body.rest(beat());
    }

    /** Radio buttons share one stop of the Tab key; arrows move between them. */
    private boolean inItsGroup(String selector) {
        return body.tab
                .evaluate("(()=>{const a=document.activeElement,e=document.querySelector(" + Sight.quote(selector)
                        + ");return a.type==='radio'&&e.type==='radio'&&a.name===e.name})()")
                .asBoolean(false);
    }

    @Override
    public void reach(String selector) {
        body.rest(beat());
    }

    @Override
    public void wander(double millis) {
        double until = body.now() + millis;
        while (body.now() < until) {
            if (body.persona.input() == Persona.Input.READER && body.chance.happens(0.5)) {
                body.strike(body.chance.happens(0.7) ? Key.TAB : Key.BACK_TAB);
            }
            body.rest(Math.min(Math.max(0, until - body.now()), body.chance.around(1000, 0.4)));
        }
    }

    @Override
    public void scroll(double pixels) {
        for (double left = Math.abs(pixels); left > 1; left -= 300) {
            body.strike(pixels > 0 ? Key.PAGE_DOWN : Key.PAGE_UP);
            body.rest(beat());
        }
    }

    @Override
    public void select(String selector) {
        body.rest(beat());
    }

    @Override
    public void drag(String selector) {
        focus(selector);
        for (int i = 0; i < 6; i++) {
            body.strike(Key.RIGHT);
            body.rest(beat());
        }
    }

    @Override
    public void dragBy(String selector, double dx, double dy) {
        drag(selector);
    }

    @Override
    public void hover(String selector) {
        body.rest(beat());
    }

    @Override
    public void shake(double seconds) {
        body.rest(seconds * 1000);
    }

    @Override
    public void pressNear(String selector) {
        body.rest(beat());
        body.strike(body.chance.happens(0.5) ? Key.TAB : Key.BACK_TAB);
        body.rest(beat());
        body.strike(Key.BACK_TAB);
    }
}

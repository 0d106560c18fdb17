package dev.rapport.models.corpus;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import dev.rapport.models.browser.Tab;

/** What a visitor sees of the page: where things are, and whether something has come true. Reads only. */
final class Sight {
    private static final String WORDS = "const q=s=>document.querySelector(s),"
            + "text=s=>{const e=q(s);return e?e.textContent.trim():''},"
            + "value=s=>{const e=q(s);return e?(e.type==='checkbox'||e.type==='radio'?e.checked:e.value):''},"
            + "shown=s=>{const e=q(s);if(!e)return false;const r=e.getBoundingClientRect();"
            + "return r.width>0&&r.height>0&&getComputedStyle(e).visibility!=='hidden'},"
            + "path=()=>location.pathname+location.hash;";
    private final Tab tab;

    Sight(Tab tab) {
        this.tab = tab;
    }

    /**
     * Where an element is, in CSS pixels of the viewport.
     *
     * @param found whether it exists and has a size
     */
    record Box(boolean found, double x, double y, double width, double height, double viewHeight) {
        boolean inView() {
            return y - height / 2 >= 0 && y + Math.min(height, 40) / 2 <= viewHeight;
        }

        double size() {
            return Math.min(width, height);
        }
    }

    Box find(String selector) {
        JsonNode box = tab.evaluate("(()=>{const e=document.querySelector(" + quote(selector)
                + ");if(!e)return null;const r=e.getBoundingClientRect();"
                + "return [r.left+r.width/2,r.top+r.height/2,r.width,r.height,innerHeight]})()");
        return box.size() == 5
                ? new Box(
                        box.get(2).asDouble() > 0,
                        box.get(0).asDouble(),
                        box.get(1).asDouble(),
                        box.get(2).asDouble(),
                        box.get(3).asDouble(),
                        box.get(4).asDouble())
                : new Box(false, 0, 0, 0, 0, 0);
    }

    boolean holds(String condition) {
        return condition.isEmpty()
                || tab.evaluate("(()=>{" + WORDS + "return !!(" + condition + ")})()")
                        .asBoolean(false);
    }

    boolean focused(String selector) {
        return tab.evaluate("document.activeElement===document.querySelector(" + quote(selector) + ")")
                .asBoolean(false);
    }

    String valueOf(String selector) {
        return tab.evaluate("(()=>{" + WORDS + "return String(value(" + quote(selector) + "))})()")
                .asText("");
    }

    /** A CSS selector of a visible field that the page marks as wrong; empty when none. */
    boolean marked(String selector) {
        return tab.evaluate(
                        "(()=>{const e=document.querySelector(" + quote(selector)
                                + ");return !!e&&(e.getAttribute('aria-invalid')==='true'||(e.matches(':invalid')&&e.required))})()")
                .asBoolean(false);
    }

    static String quote(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }
}

package dev.rapport.models.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rapport.models.browser.Key;
import dev.rapport.models.recording.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;

/** Walks a {@link Journey} with a persona's hands. Truth runs from the first act of a trouble's first step to its last act. */
final class Walker {
    private static final double EXPECT_MS = 8000;
    private static final Map<String, Key> KEYS = Map.ofEntries(
            Map.entry("Tab", Key.TAB),
            Map.entry("Shift+Tab", Key.BACK_TAB),
            Map.entry("Enter", Key.ENTER),
            Map.entry("Space", Key.SPACE),
            Map.entry("Escape", Key.ESCAPE),
            Map.entry("ArrowRight", Key.RIGHT),
            Map.entry("ArrowLeft", Key.LEFT),
            Map.entry("ArrowDown", Key.DOWN),
            Map.entry("ArrowUp", Key.UP),
            Map.entry("PageDown", Key.PAGE_DOWN),
            Map.entry("PageUp", Key.PAGE_UP));

    private final Body body;
    private final Hands hands;
    private final Habits habits;
    private final DoubleSupplier clock;

    Walker(Body body, Hands hands, DoubleSupplier clock) {
        this.body = body;
        this.hands = hands;
        this.habits = new Habits(body, hands);
        this.clock = clock;
    }

    /** Walks to the end and returns the truth. */
    List<Truth> walk(Journey journey) {
        double[] began = new double[journey.steps().size()];
        double[] ended = new double[journey.steps().size()];
        for (int i = 0; i < began.length; i++) {
            JsonNode step = journey.steps().get(i);
            body.rest(body.chance.around(350, 0.4));
            began[i] = act(step);
            ended[i] = clock.getAsDouble();
            await(journey, i, step.path("expect").asText(""));
        }
        List<Truth> truths = new ArrayList<>();
        for (Journey.Trouble trouble : journey.truths()) {
            truths.add(new Truth(began[trouble.from()], ended[trouble.to()], journey.id(), trouble.why(), false));
        }
        return truths;
    }

    private void await(Journey journey, int step, String expect) {
        double until = body.now() + EXPECT_MS;
        while (!body.sight.holds(expect)) {
            if (body.now() > until) {
                throw new CorpusException("journey " + journey.id() + ", step " + step + ": not true that " + expect);
            }
            body.rest(120);
        }
    }

    /** Does a step and returns when its first act was. */
    private double act(JsonNode step) {
        double at = clock.getAsDouble();
        String target = step.path("at").asText("");
        int times = step.path("times").asInt(1);
        double gap = step.path("gapMs").asDouble(300);
        switch (step.path("do").asText()) {
            case "read", "wait" -> habits.read(step.path("seconds").asDouble());
            case "move" -> hands.hover(step.path("to").asText());
            case "click", "rage" -> {
                double before = body.now();
                at += (hands.press(target, times, gap).atMs() - before) / 1000;
            }
            case "dblclick" -> hands.press(target, 2, 130);
            case "select" -> hands.select(target);
            case "drag" ->
                hands.dragBy(
                        target,
                        step.path("by").path(0).asDouble(),
                        step.path("by").path(1).asDouble());
            case "scroll" -> {
                if (step.has("to")) {
                    hands.reach(step.path("to").asText());
                } else {
                    hands.scroll(step.path("by").asDouble());
                }
            }
            case "focus" -> hands.focus(target);
            case "type" -> type(step, target);
            case "key" -> {
                for (int i = 0; i < times; i++) {
                    body.strike(key(step.path("key").asText()));
                    body.rest(body.chance.around(gap, 0.15));
                }
            }
            case "choose" -> choose(target, step.path("value").asText());
            case "shake" -> hands.shake(step.path("seconds").asDouble());
            case "back" -> body.tab.back();
            case "reload" -> body.tab.reload();
            default -> throw new CorpusException("unknown word in a journey: " + step);
        }
        return at;
    }

    private static Key key(String name) {
        Key key = KEYS.get(name);
        if (key == null) {
            throw new CorpusException("unknown key in a journey: " + name);
        }
        return key;
    }

    private void type(JsonNode step, String target) {
        if (!target.isEmpty()) {
            hands.focus(target);
            if (step.path("clear").asBoolean(false)) {
                body.erase(body.sight.valueOf(target).length());
            }
        }
        for (JsonNode piece : step.path("keys")) {
            if (piece.isNumber()) {
                body.erase(-piece.asInt());
            } else {
                body.write(piece.asText());
            }
        }
    }

    /** A native select opens a list that no page sees; from the keyboard its first letters choose at once. */
    private void choose(String target, String value) {
        hands.hover(target);
        String label = body.tab
                .evaluate("(()=>{const s=document.querySelector(" + Sight.quote(target)
                        + ");s.focus();return [...s.options].find(o=>o.value===" + Sight.quote(value) + ").text})()")
                .asText(value);
        body.rest(400);
        for (char character : label.substring(0, Math.min(3, label.length())).toCharArray()) {
            body.strike(Key.of(character));
        }
        body.rest(300);
    }
}

package dev.rapport.models.corpus;

import dev.rapport.models.human.Persona;
import java.util.HashMap;
import java.util.Map;

/** What a visitor does when the page does not answer: wait, look around, press again, press in bursts, try other words. */
final class Reaction {
    private final Body body;
    private final Hands hands;
    private final Map<String, Integer> ways = new HashMap<>();

    Reaction(Body body, Hands hands) {
        this.body = body;
        this.hands = hands;
    }

    private Persona.Temper temper() {
        return body.persona.temper();
    }

    double impatience() {
        return body.chance.around(600, 0.3);
    }

    /** Between two tries: nothing, a look around, a scroll up and down, or a try just beside. */
    void search() {
        if (!body.chance.happens(temper().search())) {
            body.rest(body.chance.around(250, 0.4));
            return;
        }
        double what = body.chance.between(0, 1);
        if (what < 0.5) {
            hands.wander(body.chance.around(1800, 0.35));
        } else if (what < 0.8) {
            for (int i = body.chance.count(2, 4); i > 0; i--) {
                hands.scroll(i % 2 == 0 ? 300 : -300);
            }
        } else {
            hands.wander(body.chance.around(600, 0.3));
        }
    }

    /** Presses a control again: once, or in a burst of 2 to 6. */
    void press(String target) {
        if (body.chance.happens(0.12)) {
            hands.pressNear(target);
            body.rest(body.chance.around(400, 0.3));
        }
        int times = body.chance.happens(temper().burst()) ? body.chance.count(2, 6) : 1;
        hands.press(target, times, temper().clickGapMs());
    }

    /** What to write the next time the page refuses a field: the same once more, then the step's other texts in turn. */
    String otherWay(Step typed, String field) {
        int way = ways.merge(field, 1, Integer::sum);
        return typed.texts().get((way / 2) % typed.texts().size());
    }
}

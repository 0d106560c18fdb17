package dev.rapport.models.corpus;

/** What people do on any page, sound or not, and what must never look like struggle. */
final class Habits {
    private static final double CHANCE = 0.22;
    private static final double LOOK_BACK = 0.12;
    private final Body body;
    private final Hands hands;

    Habits(Body body, Hands hands) {
        this.body = body;
        this.hands = hands;
    }

    /** Now and then: selects a sentence, clicks on nothing, skims up and down, or just looks. */
    void maybe() {
        body.rest(body.chance.around(450, 0.4));
        if (!body.chance.happens(CHANCE)) {
            return;
        }
        double what = body.chance.between(0, 1);
        if (what < 0.25) {
            hands.select("p");
        } else if (what < 0.45) {
            hands.press("h1", body.chance.count(1, 2), 230);
        } else if (what < 0.7) {
            hands.scroll(240);
            hands.wander(900);
            hands.scroll(-240);
        } else {
            hands.wander(body.chance.around(2000, 0.4));
        }
    }

    /** Now and then: goes back to a field that was filled in, looks at it and leaves it as it is. */
    void lookBack(String field) {
        if (body.chance.happens(LOOK_BACK)) {
            hands.focus(field);
            body.rest(body.chance.around(900, 0.3));
        }
    }

    /** Reads for about so many seconds at 240 words a minute, longer for slower readers, scrolling now and then. */
    void read(double seconds) {
        double left = seconds * 1000 * 240 / body.persona.typing().readingWpm();
        while (left > 0) {
            double piece = Math.min(left, body.chance.around(1800, 0.3));
            hands.wander(piece);
            left -= piece;
            if (left > 1200 && body.chance.happens(0.3)) {
                hands.scroll(body.chance.happens(0.75) ? 200 : -160);
            }
        }
    }
}

package dev.rapport.server.simulate;

import dev.rapport.frame.Signal;
import dev.rapport.frame.SignalKind;
import dev.rapport.server.simulate.Second.Doing;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** A visit to the demo shop, second by second, from its kind. */
final class Script {
    private static final String SHELF = "/demo/";
    private static final String PRODUCT = "/demo/product.html";
    private static final String BASKET = "/demo/basket.html";
    private static final String CHECKOUT = "/demo/checkout.html";

    /** Page on which an order ends. */
    static final String DONE = "/demo/done.html";

    private final RandomGenerator random;
    private final List<Second> seconds = new ArrayList<>();
    private String page = SHELF;

    private Script(RandomGenerator random) {
        this.random = random;
    }

    /** All seconds up to the moment in which the visitor orders or gives up; the trouble leaves time to see a hint. */
    static List<Second> of(Mood mood, RandomGenerator random) {
        Script script = new Script(random);
        script.shelf(mood);
        script.basket(mood);
        script.checkout(mood);
        return script.seconds;
    }

    private void shelf(Mood mood) {
        arrive(SHELF);
        some(Doing.READ, 3, 8);
        if (mood == Mood.SEARCHING) {
            for (int i = 0; i < 2; i++) {
                some(Doing.SEARCH, 3, 5);
                trouble(Doing.SEARCH, SignalKind.SCROLL_REVERSAL, "", 5 + random.nextInt(4));
                some(Doing.READ, 2, 4);
            }
            some(Doing.THINK, 4, 6);
        }
        arrive(PRODUCT);
        some(Doing.READ, 3, 10);
        some(Doing.CLICK, 1, 3);
    }

    private void basket(Mood mood) {
        arrive(BASKET);
        some(Doing.READ, 2, 5);
        if (mood == Mood.COUPON) {
            some(Doing.TYPE, 2, 4);
            some(Doing.THINK, 2, 2);
            trouble(Doing.CLICK, SignalKind.DEAD_CLICK, "#apply-coupon", 1);
            trouble(Doing.HAMMER, SignalKind.RAGE_CLICK, "#apply-coupon", 3 + random.nextInt(4));
            some(Doing.THINK, 4, 8);
        }
        some(Doing.CLICK, 1, 2);
    }

    private void checkout(Mood mood) {
        arrive(CHECKOUT);
        some(Doing.TYPE, 5, 14);
        if (mood == Mood.PHONE) {
            some(Doing.THINK, 2, 2);
            some(Doing.REFUSED, 1, 1);
            some(Doing.TYPE, 2, 4);
            some(Doing.THINK, 2, 2);
            trouble(Doing.REFUSED, SignalKind.FORM_TROUBLE, "#phone", 2);
            some(Doing.THINK, 4, 7);
        }
        if (mood == Mood.ERROR) {
            some(Doing.THINK, 2, 2);
            trouble(Doing.BREAK, SignalKind.ERROR_CLICK, "#express-pay", 1);
            some(Doing.THINK, 4, 7);
        }
        some(Doing.CLICK, 1, 1);
    }

    private void arrive(String next) {
        page = next;
        seconds.add(new Second(page, Doing.ARRIVE, List.of()));
    }

    private void some(Doing doing, int least, int most) {
        for (int i = least + random.nextInt(most - least + 1); i > 0; i--) {
            seconds.add(new Second(page, doing, List.of()));
        }
    }

    private void trouble(Doing doing, SignalKind kind, String element, int magnitude) {
        seconds.add(new Second(page, doing, List.of(new Signal(kind, element, magnitude))));
    }
}

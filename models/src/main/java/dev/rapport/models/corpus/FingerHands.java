package dev.rapport.models.corpus;

/** A finger on a touch screen. */
final class FingerHands implements Hands {
    /** WCAG 2.2 target size (minimum), CSS pixels: the size at which a persona's miss rate holds. */
    private static final double TARGET_PX = 24;

    private final Body body;

    FingerHands(Body body) {
        this.body = body;
    }

    private void tap(double x, double y) {
        body.tab.touch("touchStart", x, y);
        body.rest(body.chance.around(75 * Math.sqrt(body.persona.pointing().slowness()), 0.25));
        body.tab.touch("touchEnd", 0, 0);
    }

    @Override
    public Act press(String selector, int times, double gapMs) {
        reach(selector);
        Sight.Box box = body.sight.find(selector);
        if (!box.found()) {
            return new Act(body.now(), 0, body.now());
        }
        body.rest(body.chance.around(320, 0.25) * body.persona.pointing().slowness());
        double missChance =
                body.persona.pointing().missRate() * Math.clamp(TARGET_PX / Math.max(1, box.size()), 0.3, 3);
        int misses = 0;
        double firstMiss = -1;
        while (misses < 4 && body.chance.happens(missChance)) {
            firstMiss = misses == 0 ? body.now() : firstMiss;
            tap(box.x() + body.chance.gauss(8), box.y() + box.height() / 2 + body.chance.between(3, 12));
            misses++;
            body.rest(body.chance.around(650, 0.3));
        }
        double at = 0;
        for (int i = 0; i < times; i++) {
            if (i > 0) {
                body.rest(Math.max(60, body.chance.around(gapMs, 0.18) - 75));
            }
            at = i == 0 ? body.now() : at;
            double spread = Math.min(4, box.size() / 8);
            tap(box.x() + body.chance.gauss(spread), box.y() + body.chance.gauss(spread));
        }
        return new Act(at, misses, firstMiss < 0 ? at : firstMiss);
    }

    @Override
    public void focus(String selector) {
        press(selector, 1, 400);
    }

    @Override
    public void reach(String selector) {
        for (int i = 0; i < 30; i++) {
            Sight.Box box = body.sight.find(selector);
            if (!box.found() || box.inView()) {
                return;
            }
            scroll(Math.clamp(box.y() - box.viewHeight() * 0.45, -420, 420));
        }
    }

    @Override
    public void wander(double millis) {
        body.rest(millis);
    }

    @Override
    public void scroll(double pixels) {
        double fromX = body.chance.between(160, 260);
        double fromY = pixels > 0 ? 620 : 260;
        double toY = Math.clamp(fromY - pixels, 60, 760);
        body.tab.touch("touchStart", fromX, fromY);
        int moves = 10;
        for (int i = 1; i <= moves; i++) {
            body.rest(17);
            body.tab.touch("touchMove", fromX + i * 0.4, fromY + (toY - fromY) * i / moves);
        }
        body.rest(60);
        body.tab.touch("touchEnd", 0, 0);
        body.rest(body.chance.around(350, 0.3));
    }

    @Override
    public void select(String selector) {
        reach(selector);
        Sight.Box box = body.sight.find(selector);
        body.tab.touch("touchStart", box.x(), box.y());
        body.rest(700);
        body.tab.touch("touchEnd", 0, 0);
    }

    @Override
    public void drag(String selector) {
        reach(selector);
        Sight.Box box = body.sight.find(selector);
        double from = box.x() - box.width() / 4;
        body.tab.touch("touchStart", from, box.y());
        for (int i = 1; i <= 20; i++) {
            body.rest(22);
            body.tab.touch("touchMove", from + box.width() / 2 * i / 20, box.y() + body.chance.gauss(1));
        }
        body.tab.touch("touchEnd", 0, 0);
    }

    @Override
    public void dragBy(String selector, double dx, double dy) {
        drag(selector);
    }

    @Override
    public void hover(String selector) {
        reach(selector);
    }

    @Override
    public void shake(double seconds) {
        body.rest(seconds * 1000);
    }

    @Override
    public void pressNear(String selector) {
        Sight.Box box = body.sight.find(selector);
        body.rest(body.chance.around(300, 0.3));
        tap(Math.max(4, box.x() + body.chance.gauss(40)), Math.max(4, box.y() + body.chance.gauss(30)));
    }
}

package dev.rapport.models.corpus;

import dev.rapport.models.human.Persona;
import dev.rapport.models.human.Stroke;

/** A hand on a mouse or trackpad. */
final class MouseHands implements Hands {
    /** WCAG 2.2 target size (minimum), CSS pixels: the size at which a persona's miss rate holds. */
    private static final double TARGET_PX = 24;

    private static final double QUIET_MS = 80;

    private final Body body;
    private double x = 300;
    private double y = 240;

    MouseHands(Body body) {
        this.body = body;
    }

    private Persona.Pointing pointing() {
        return body.persona.pointing();
    }

    private void moveTo(double toX, double toY, double width, boolean held) {
        double last = 0;
        for (Stroke.Point point : Stroke.between(x, y, toX, toY, width, pointing(), body.chance)) {
            body.rest(point.atMs() - last);
            last = point.atMs();
            x = Math.max(0, point.x());
            y = Math.max(0, point.y());
            body.tab.mouseMove(x, y, held);
        }
    }

    private void click(int count) {
        body.tab.mouseDown(x, y, count);
        body.rest(body.chance.around(85, 0.2));
        body.tab.mouseUp(x, y, count);
    }

    @Override
    public Act press(String selector, int times, double gapMs) {
        reach(selector);
        Sight.Box box = body.sight.find(selector);
        if (!box.found()) {
            return new Act(body.now(), 0, body.now());
        }
        aim(box);
        int misses = 0;
        double firstMiss = -1;
        double missChance = pointing().missRate() * Math.clamp(TARGET_PX / Math.max(1, box.size()), 0.3, 6);
        while (misses < 4 && body.chance.happens(missChance)) {
            moveTo(box.x() + (box.width() / 2 + body.chance.between(4, 12)), box.y() + box.height() / 3, 12, false);
            body.rest(body.chance.around(110, 0.3));
            firstMiss = misses == 0 ? body.now() : firstMiss;
            click(1);
            misses++;
            body.rest(body.chance.around(500, 0.3));
            aim(box);
        }
        double at = 0;
        for (int i = 0; i < times; i++) {
            if (i > 0) {
                body.rest(Math.max(40, body.chance.around(gapMs, 0.18) - QUIET_MS));
            }
            at = i == 0 ? body.now() : at;
            click(gapMs < 450 ? i + 1 : 1);
        }
        return new Act(at, misses, firstMiss < 0 ? at : firstMiss);
    }

    private void aim(Sight.Box box) {
        double off = Math.min(0.22, 6 / Math.max(6, box.size()));
        moveTo(
                box.x() + body.chance.gauss(box.width() * off / 2),
                box.y() + body.chance.gauss(box.height() * off / 2),
                box.size(),
                false);
        body.rest(body.chance.around(110 * Math.sqrt(pointing().slowness()), 0.35));
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
            scroll(Math.clamp(box.y() - box.viewHeight() * 0.45, -480, 480));
        }
    }

    @Override
    public void wander(double millis) {
        double until = body.now() + millis;
        while (body.now() < until) {
            if (body.chance.happens(0.35)) {
                moveTo(body.chance.between(80, 900), body.chance.between(80, 600), 80, false);
            }
            body.rest(Math.min(Math.max(0, until - body.now()), body.chance.around(900, 0.5)));
        }
    }

    @Override
    public void scroll(double pixels) {
        for (double left = Math.abs(pixels); left > 1; left -= 120) {
            body.tab.wheel(x, y, Math.signum(pixels) * Math.min(120, left));
            body.rest(body.chance.around(70, 0.3));
        }
        body.rest(body.chance.around(160, 0.3));
    }

    @Override
    public void select(String selector) {
        reach(selector);
        Sight.Box box = body.sight.find(selector);
        moveTo(box.x() - Math.min(60, box.width() / 4), box.y(), 30, false);
        for (int i = 1; i <= 3; i++) {
            click(i);
            body.rest(body.chance.around(110, 0.15));
        }
    }

    @Override
    public void drag(String selector) {
        reach(selector);
        Sight.Box box = body.sight.find(selector);
        moveTo(box.x() - box.width() * body.chance.between(0.1, 0.3), box.y(), 24, false);
        body.tab.mouseDown(x, y, 1);
        moveTo(box.x() + box.width() * body.chance.between(0.1, 0.4), box.y(), 24, true);
        body.tab.mouseUp(x, y, 1);
    }

    @Override
    public void dragBy(String selector, double dx, double dy) {
        reach(selector);
        Sight.Box box = body.sight.find(selector);
        moveTo(box.x(), box.y(), 20, false);
        body.tab.mouseDown(x, y, 1);
        moveTo(box.x() + dx, box.y() + dy, 20, true);
        body.tab.mouseUp(x, y, 1);
    }

    @Override
    public void hover(String selector) {
        reach(selector);
        aim(body.sight.find(selector));
    }

    @Override
    public void shake(double seconds) {
        double until = body.now() + seconds * 1000;
        double middle = x;
        for (int turn = 0; body.now() < until; turn++) {
            double end = middle + (turn % 2 == 0 ? 70 : -70) + body.chance.gauss(12);
            for (int i = 1; i <= 4; i++) {
                x += (end - x) * i / 4;
                y = Math.max(0, y + body.chance.gauss(2));
                body.tab.mouseMove(x, y, false);
                body.rest(16);
            }
        }
    }

    @Override
    public void pressNear(String selector) {
        Sight.Box box = body.sight.find(selector);
        moveTo(box.x() + body.chance.gauss(60), box.y() + body.chance.gauss(40), 30, false);
        body.rest(body.chance.around(120, 0.3));
        click(1);
    }
}

package dev.rapport.e2e.support;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.util.Random;

/** A visitor's hands: trusted pointer and key input with the unevenness of a person. Fixed seed. */
public final class Hands {
    private final Page page;
    private final Random random = new Random(7);
    private double x = 200;
    private double y = 200;

    /** Hands on one page. */
    public Hands(Page page) {
        this.page = page;
    }

    /** Moves the pointer to the middle of an element on a slightly bent path and rests a moment. */
    public Hands moveTo(String selector) {
        Locator target = page.locator(selector).first();
        target.scrollIntoViewIfNeeded();
        BoundingBox box = target.boundingBox();
        if (box == null) {
            throw new IllegalStateException(selector + " is not visible");
        }
        return moveTo(box.x + box.width * (0.4 + 0.2 * random.nextDouble()), box.y + box.height / 2);
    }

    /** Moves the pointer to a place in the window. */
    public Hands moveTo(double toX, double toY) {
        int steps = 12;
        double bend = (random.nextDouble() - 0.5) * 40;
        for (int i = 1; i <= steps; i++) {
            double t = (double) i / steps;
            double eased = t * t * (3 - 2 * t);
            page.mouse().move(x + (toX - x) * eased, y + (toY - y) * eased + bend * Math.sin(Math.PI * t));
            rest(8);
        }
        x = toX;
        y = toY;
        return this;
    }

    /** Moves to an element and clicks it once. */
    public Hands click(String selector) {
        moveTo(selector);
        return clickHere();
    }

    /** Clicks where the pointer is. */
    public Hands clickHere() {
        page.mouse().down();
        rest(40 + random.nextInt(30));
        page.mouse().up();
        return this;
    }

    /** Clicks an element several times, {@code gapMillis} apart, as somebody does when nothing happens. */
    public Hands clickRepeatedly(String selector, int times, int gapMillis) {
        moveTo(selector);
        for (int i = 0; i < times; i++) {
            clickHere();
            rest(gapMillis);
        }
        return this;
    }

    /** Clicks into a field and types with uneven gaps. */
    public Hands type(String selector, String text) {
        click(selector);
        return type(text);
    }

    /** Types into what has the focus. */
    public Hands type(String text) {
        for (char c : text.toCharArray()) {
            page.keyboard().type(String.valueOf(c), new Keyboard.TypeOptions().setDelay(15));
            rest(30 + random.nextInt(70));
        }
        return this;
    }

    /** Presses a key several times. */
    public Hands press(String key, int times) {
        for (int i = 0; i < times; i++) {
            page.keyboard().press(key);
            rest(60 + random.nextInt(40));
        }
        return this;
    }

    /** Turns the wheel: positive is down. */
    public Hands scroll(int pixels) {
        int steps = Math.max(1, Math.abs(pixels) / 120);
        for (int i = 0; i < steps; i++) {
            page.mouse().wheel(0, (double) pixels / steps);
            rest(25);
        }
        return this;
    }

    /** Shakes the pointer sideways: {@code reversals} changes of direction. */
    public Hands shake(int reversals) {
        double centre = x;
        for (int i = 0; i < reversals; i++) {
            page.mouse().move(centre + (i % 2 == 0 ? 60 : -60), y, new Mouse.MoveOptions().setSteps(3));
            rest(12);
        }
        x = centre;
        return this;
    }

    /** Drags from one element to a distance. */
    public Hands drag(String selector, double dx, double dy) {
        moveTo(selector);
        page.mouse().down();
        for (int i = 1; i <= 10; i++) {
            page.mouse().move(x + dx * i / 10, y + dy * i / 10);
            rest(15);
        }
        page.mouse().up();
        x += dx;
        y += dy;
        return this;
    }

    /** Does nothing for a while. */
    public Hands rest(int millis) {
        page.waitForTimeout(millis);
        return this;
    }
}

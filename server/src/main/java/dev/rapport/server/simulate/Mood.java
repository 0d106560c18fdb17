package dev.rapport.server.simulate;

import java.util.random.RandomGenerator;

/** What kind of visit it will be. */
enum Mood {
    /** Nothing stands in the way. */
    CALM(0.58),
    /** Clicks the coupon button, which does nothing. */
    COUPON(0.13),
    /** Scrolls up and down and does not find it; the hint for this is under test, so half of them get none. */
    SEARCHING(0.16),
    /** The phone number is refused without a reason. */
    PHONE(0.08),
    /** Express pay fails. */
    ERROR(0.05);

    private final double share;

    Mood(double share) {
        this.share = share;
    }

    /** Share of all visitors. */
    double share() {
        return share;
    }

    boolean struggling() {
        return this != CALM;
    }

    static Mood pick(RandomGenerator random) {
        double at = random.nextDouble();
        for (Mood mood : values()) {
            at -= mood.share;
            if (at < 0) {
                return mood;
            }
        }
        return CALM;
    }
}

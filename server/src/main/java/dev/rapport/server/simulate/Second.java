package dev.rapport.server.simulate;

import dev.rapport.frame.Frame;
import dev.rapport.frame.Signal;
import dev.rapport.frame.Summary;
import dev.rapport.frame.SummaryField;
import dev.rapport.frame.VisitorEvent;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What a visitor does in one second.
 *
 * @param page where
 * @param doing what
 * @param signals trouble that the page would notice
 */
record Second(String page, Doing doing, List<Signal> signals) {
    /** Kinds of seconds. */
    enum Doing {
        /** A new page opens. */
        ARRIVE,
        /** Reads and scrolls a little. */
        READ,
        /** Nothing. */
        THINK,
        /** Uses a control. */
        CLICK,
        /** Fills in a field. */
        TYPE,
        /** Clicks again and again. */
        HAMMER,
        /** Scrolls up and down. */
        SEARCH,
        /** A field is refused. */
        REFUSED,
        /** Something breaks. */
        BREAK
    }

    Frame frame(long sequence, int second, List<VisitorEvent> events, RandomGenerator random) {
        int[] v = new int[SummaryField.COUNT];
        int state = Frame.VISIBLE;
        set(v, SummaryField.COST_US, 200 + random.nextInt(900));
        switch (doing) {
            case ARRIVE -> {
                set(v, SummaryField.PAGE_VIEWS, 1);
                active(v, 100, random);
                state |= Frame.LOADING;
            }
            case READ -> {
                active(v, 150, random);
                set(v, SummaryField.SCROLL_PX, random.nextInt(45));
            }
            case THINK -> {}
            case CLICK -> {
                active(v, 250, random);
                set(v, SummaryField.CLICKS, 1);
                set(v, SummaryField.CLICKS_ON_CONTROLS, 1);
            }
            case TYPE -> {
                active(v, 600, random);
                int keys = 2 + random.nextInt(5);
                set(v, SummaryField.KEYS, keys);
                set(v, SummaryField.INPUTS, keys);
                set(v, SummaryField.CORRECTIONS, random.nextInt(8) == 0 ? 1 : 0);
                set(v, SummaryField.FOCUS_CHANGES, random.nextInt(3) == 0 ? 1 : 0);
                state |= Frame.TYPING;
            }
            case HAMMER -> {
                active(v, 700, random);
                int clicks = 3 + random.nextInt(3);
                set(v, SummaryField.CLICKS, clicks);
                set(v, SummaryField.CLICKS_ON_CONTROLS, clicks);
            }
            case SEARCH -> {
                active(v, 700, random);
                set(v, SummaryField.SCROLL_PX, 90 + random.nextInt(160));
                set(v, SummaryField.SCROLL_REVERSALS, 1 + random.nextInt(2));
            }
            case REFUSED -> {
                active(v, 400, random);
                set(v, SummaryField.CLICKS, 1);
                set(v, SummaryField.CLICKS_ON_CONTROLS, 1);
                set(v, SummaryField.INVALIDS, 1);
            }
            case BREAK -> {
                active(v, 300, random);
                set(v, SummaryField.CLICKS, 1);
                set(v, SummaryField.CLICKS_ON_CONTROLS, 1);
                set(v, SummaryField.ERRORS, 1);
            }
        }
        return new Frame(sequence, second, page, state, Summary.of(v), signals, events);
    }

    private static void active(int[] values, int least, RandomGenerator random) {
        set(values, SummaryField.ACTIVE_MS, Math.min(1000, least + random.nextInt(350)));
    }

    private static void set(int[] values, SummaryField field, int value) {
        values[field.ordinal()] = value;
    }
}

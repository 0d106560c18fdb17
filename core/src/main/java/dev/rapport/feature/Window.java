package dev.rapport.feature;

import dev.rapport.frame.Frame;
import dev.rapport.frame.Signal;
import dev.rapport.frame.SignalKind;
import dev.rapport.frame.Summary;
import dev.rapport.frame.SummaryField;
import java.util.Arrays;

/**
 * The last {@value #SECONDS} seconds of one visit: per-second sums in a ring, each kept in 16 bits (so at most 65,535 a second),
 * and the latest signals. Several frames of one second merge by addition. Not thread-safe. About 2 KB; adding a frame without
 * signals allocates nothing.
 */
public final class Window {
    /** Length in seconds. */
    public static final int SECONDS = 30;

    /** Latest signals kept; older ones are forgotten first. */
    public static final int SIGNALS = 48;

    private static final SummaryField[] FIELDS = SummaryField.values();
    private static final SignalKind[] KINDS = SignalKind.values();
    private static final byte[] NO_BYTES = {};
    private static final char[] NO_CHARS = {};
    private static final int[] NO_INTS = {};
    private static final String[] NO_STRINGS = {};

    /**
     * Field by field, each with one place a second: the place of second t is t mod {@link #SECONDS}. Fields from {@link
     * SummaryField#LEAST} on get their places with their first number: most visits never use them.
     */
    private char[] sums = new char[SummaryField.LEAST * SECONDS];

    private byte[] signalKind = NO_BYTES;
    private char[] signalMagnitude = NO_CHARS;
    private int[] signalSecond = NO_INTS;
    private String[] signalElement = NO_STRINGS;
    private int signalCount;
    private int signalNext;
    private int now = -1;
    private int activeSeconds;

    /** Adds a frame; frames of a second before the window are left out. */
    public void add(Frame frame) {
        int second = frame.second();
        advance(second);
        if (second <= now - SECONDS) {
            return;
        }
        int place = second % SECONDS;
        boolean wasActive = sums[place] > 0;
        Summary summary = frame.summary();
        for (int i = 0; i < summary.places(); i++) {
            int value = summary.get(FIELDS[i]);
            if (value != 0) {
                int at = i * SECONDS + place;
                if (at >= sums.length) {
                    sums = Arrays.copyOf(sums, FIELDS.length * SECONDS);
                }
                sums[at] = (char) Math.min(Character.MAX_VALUE, sums[at] + (long) value);
            }
        }
        if (!wasActive && sums[place] > 0) {
            activeSeconds++;
        }
        for (int i = 0; i < frame.signals().size(); i++) {
            note(frame.signals().get(i), second);
        }
    }

    private void advance(int second) {
        if (second - now >= SECONDS) {
            Arrays.fill(sums, (char) 0);
        } else {
            for (int t = now + 1; t <= second; t++) {
                for (int at = t % SECONDS; at < sums.length; at += SECONDS) {
                    sums[at] = 0;
                }
            }
        }
        now = Math.max(now, second);
    }

    private void note(Signal signal, int second) {
        if (signalCount == signalKind.length && signalCount < SIGNALS) {
            int size = Math.min(SIGNALS, Math.max(4, signalCount * 2));
            signalKind = Arrays.copyOf(signalKind, size);
            signalMagnitude = Arrays.copyOf(signalMagnitude, size);
            signalSecond = Arrays.copyOf(signalSecond, size);
            signalElement = Arrays.copyOf(signalElement, size);
        }
        int slot;
        if (signalCount < signalKind.length) {
            slot = signalCount++;
        } else {
            slot = signalNext;
            signalNext = (signalNext + 1) % SIGNALS;
        }
        signalKind[slot] = (byte) signal.kind().ordinal();
        signalMagnitude[slot] = (char) Math.min(Character.MAX_VALUE, signal.magnitude());
        signalSecond[slot] = second;
        signalElement[slot] = signal.element();
    }

    /** Newest second seen, -1 before the first frame. */
    public int now() {
        return now;
    }

    /** Seconds of the whole visit, not only of the window, in which the visitor did something. */
    public int activeSeconds() {
        return activeSeconds;
    }

    /** True when any sense was ever heard in this visit; its numbers may have grown old since. */
    public boolean senses() {
        return sums.length > SummaryField.LEAST * SECONDS;
    }

    /** Number of signals of a kind in the last {@code seconds}, the current second included. */
    public int signals(SignalKind kind, int seconds) {
        int count = 0;
        for (int i = 0; i < signalCount; i++) {
            if (signalKind[i] == kind.ordinal() && now - signalSecond[i] < seconds) {
                count++;
            }
        }
        return count;
    }

    /** Number of signals of all kinds in the last {@code seconds}, the current second included. */
    public int signals(int seconds) {
        int count = 0;
        for (int i = 0; i < signalCount; i++) {
            if (now - signalSecond[i] < seconds) {
                count++;
            }
        }
        return count;
    }

    /** Calls {@code each} for every signal of the last {@code seconds}, oldest slot first. */
    public void forEachSignal(int seconds, SignalVisitor each) {
        for (int i = 0; i < signalCount; i++) {
            int age = now - signalSecond[i];
            if (age < seconds) {
                each.visit(KINDS[signalKind[i]], signalElement[i], signalMagnitude[i], age);
            }
        }
    }

    /** Element of the newest signal of the last {@code seconds} that names one; empty if none does. */
    public String troubledElement(int seconds) {
        String element = "";
        int newest = -1;
        for (int i = 0; i < signalCount; i++) {
            if (now - signalSecond[i] < seconds && signalSecond[i] >= newest && !signalElement[i].isEmpty()) {
                newest = signalSecond[i];
                element = signalElement[i];
            }
        }
        return element;
    }

    /** Plain sum of a field over the window, in the field's unit. */
    public long sum(SummaryField field) {
        int sum = 0; // 30 times 65,535 at most
        int from = field.ordinal() * SECONDS;
        for (int at = from; at < Math.min(sums.length, from + SECONDS); at++) {
            sum += sums[at];
        }
        return sum;
    }

    /** Sum of a field over the window, each second weighted by {@code 0.5^(age / 8 s)}. */
    public double recent(SummaryField field) {
        double sum = 0;
        int from = field.ordinal() * SECONDS;
        if (from >= sums.length) {
            return 0;
        }
        for (int age = 0, place = Math.max(0, now) % SECONDS; age < SECONDS; age++) {
            int value = sums[from + place];
            if (value != 0) { // most are, and each addition waits for the one before
                sum += value * Recency.weight(age);
            }
            place = place == 0 ? SECONDS - 1 : place - 1;
        }
        return sum;
    }

    /** Receives one signal. */
    @FunctionalInterface
    public interface SignalVisitor {
        /** A signal on an element (empty for the page), {@code age} seconds old; magnitude up to 65,535 in the kind's unit. */
        void visit(SignalKind kind, String element, int magnitude, int age);
    }
}

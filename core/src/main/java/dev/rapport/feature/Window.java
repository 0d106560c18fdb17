package dev.rapport.feature;

import dev.rapport.frame.Frame;
import dev.rapport.frame.Signal;
import dev.rapport.frame.SignalKind;
import dev.rapport.frame.SummaryField;
import java.util.Arrays;

/**
 * The last {@value #SECONDS} seconds of one visit: per-second summaries in a ring, and the latest signals. Several frames of
 * one second merge. Not thread-safe. About 4 KB when full; rows are made when first used.
 */
public final class Window {
    /** Length in seconds. */
    public static final int SECONDS = 30;

    /** Latest signals kept; older ones are forgotten first. */
    public static final int SIGNALS = 48;

    private static final SignalKind[] KINDS = SignalKind.values();

    private final int[][] rows = new int[SECONDS][];
    private final int[] rowSecond = new int[SECONDS];
    private byte[] signalKind = new byte[8];
    private int[] signalSecond = new int[8];
    private String[] signalElement = new String[8];
    private int signalCount;
    private int signalNext;
    private int now = -1;
    private int activeSeconds;

    /** An empty window. */
    public Window() {
        Arrays.fill(rowSecond, -1);
    }

    /** Adds a frame; frames of a second before the window are left out. */
    public void add(Frame frame) {
        int second = frame.second();
        if (second > now) {
            now = second;
        }
        if (second <= now - SECONDS) {
            return;
        }
        int slot = second % SECONDS;
        int[] row = rows[slot];
        if (row == null) {
            row = new int[SummaryField.COUNT];
            rows[slot] = row;
        }
        boolean first = rowSecond[slot] != second;
        if (first) {
            Arrays.fill(row, 0);
            rowSecond[slot] = second;
        }
        boolean wasActive = row[SummaryField.ACTIVE_MS.ordinal()] > 0;
        frame.summary().addTo(row);
        if (!wasActive && row[SummaryField.ACTIVE_MS.ordinal()] > 0) {
            activeSeconds++;
        }
        for (Signal signal : frame.signals()) {
            note(signal, second);
        }
    }

    private void note(Signal signal, int second) {
        if (signalCount == signalKind.length && signalCount < SIGNALS) {
            int size = Math.min(SIGNALS, signalCount * 2);
            signalKind = Arrays.copyOf(signalKind, size);
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

    /** Calls {@code each} for every signal of the last {@code seconds}, oldest slot first. */
    public void forEachSignal(int seconds, SignalVisitor each) {
        for (int i = 0; i < signalCount; i++) {
            int age = now - signalSecond[i];
            if (age < seconds) {
                each.visit(KINDS[signalKind[i]], signalElement[i], age);
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
        long sum = 0;
        for (int i = 0; i < SECONDS; i++) {
            int[] row = rows[i];
            if (row != null && rowSecond[i] > now - SECONDS) {
                sum += row[field.ordinal()];
            }
        }
        return sum;
    }

    /** Sum of a field over the window, each second weighted by {@code 0.5^(age / 8 s)}. */
    public double recent(SummaryField field) {
        double sum = 0;
        for (int i = 0; i < SECONDS; i++) {
            int[] row = rows[i];
            int age = now - rowSecond[i];
            if (row != null && age < SECONDS && rowSecond[i] >= 0) {
                sum += row[field.ordinal()] * Recency.weight(age);
            }
        }
        return sum;
    }

    /** Receives one signal. */
    @FunctionalInterface
    public interface SignalVisitor {
        /** A signal on an element (empty for the page), {@code age} seconds old. */
        void visit(SignalKind kind, String element, int age);
    }
}

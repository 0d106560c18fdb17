package dev.rapport.frame;

import java.util.List;

/**
 * One second's summary from the widget: all that leaves a page.
 *
 * @param sequence 1 for the session's first frame, then rising by one; gaps mean frames the widget had to drop
 * @param second whole seconds since the session began on the page, 0 to 10,000,000; never falls within a session
 * @param page path template of the page, no query or fragment, at most 160 characters, starts with {@code /}
 * @param state bits of {@link #VISIBLE}, {@link #TYPING}, {@link #DRAGGING}, {@link #LOADING}
 * @param summary the second's mergeable numbers
 * @param signals friction events detected in this second, at most 32
 * @param events what the visitor or site said in this second, at most 16
 */
public record Frame(
        long sequence,
        int second,
        String page,
        int state,
        Summary summary,
        List<Signal> signals,
        List<VisitorEvent> events)
        implements ClientMessage {
    /** State bit: the page was visible at the end of the second. */
    public static final int VISIBLE = 1;
    /** State bit: a key went down in an editable field during the last 1.5 s. */
    public static final int TYPING = 2;
    /** State bit: a button or touch was held at the end of the second. */
    public static final int DRAGGING = 4;
    /** State bit: the document or a request the visitor started was under way. */
    public static final int LOADING = 8;

    public Frame {
        signals = List.copyOf(signals);
        events = List.copyOf(events);
    }

    /** True when all bits of {@code bits} are set in {@link #state}. */
    public boolean is(int bits) {
        return (state & bits) == bits;
    }
}

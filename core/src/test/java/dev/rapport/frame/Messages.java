package dev.rapport.frame;

import dev.rapport.session.Device;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import net.jqwik.api.arbitraries.StringArbitrary;

/** Every legal message, for properties; extreme numbers included. */
public final class Messages {
    private Messages() {}

    /** Legal frames. */
    public static Arbitrary<Frame> frames() {
        return Combinators.combine(
                        Arbitraries.longs().between(1, 1L << 50),
                        Arbitraries.integers().between(0, 10_000_000),
                        pages(),
                        Arbitraries.integers().between(0, 15),
                        summaries(),
                        signals().list().ofMaxSize(32),
                        events().list().ofMaxSize(16))
                .as(Frame::new);
    }

    /** Legal summaries: mostly small numbers, some at the limit. */
    public static Arbitrary<Summary> summaries() {
        Arbitrary<Integer> numbers = Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.just(0)),
                Tuple.of(6, Arbitraries.integers().between(0, 1_000)),
                Tuple.of(2, Arbitraries.integers().between(0, 1_000_000)),
                Tuple.of(1, Arbitraries.just(1_000_000)));
        return numbers.list()
                .ofSize(SummaryField.COUNT)
                .map(list -> Summary.of(list.stream().mapToInt(i -> i).toArray()));
    }

    /** Legal signals on a handful of elements. */
    public static Arbitrary<Signal> signals() {
        return Combinators.combine(
                        Arbitraries.of(SignalKind.values()),
                        Arbitraries.of("", "#coupon", "=pay", "#cart>ul(1)>li(3)>button@switch(1)", "e".repeat(96)),
                        Arbitraries.integers().between(0, 1_000_000))
                .as(Signal::new);
    }

    private static Arbitrary<VisitorEvent> events() {
        return Combinators.combine(
                        Arbitraries.of(EventKind.values()),
                        Arbitraries.of("", "coupon-help", "bestellung größer", "購入", "n".repeat(96)),
                        Arbitraries.integers().between(-1_000_000_000, 1_000_000_000))
                .as(VisitorEvent::new);
    }

    private static Arbitrary<String> pages() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .withChars("/.:-_~%[]|")
                .ofMaxLength(159)
                .map(rest -> "/" + rest);
    }

    private static StringArbitrary ids(int least, int most) {
        return Arbitraries.strings()
                .alpha()
                .numeric()
                .withChars("-_")
                .ofMinLength(least)
                .ofMaxLength(most);
    }

    /** Legal first messages. */
    public static Arbitrary<Hello> hellos() {
        Arbitrary<Set<Channel>> channels =
                Arbitraries.integers().between(0, 127).map(mask -> Channel.fromMask(2 * mask + Channel.FRICTION.bit()));
        Arbitrary<String> languages = Arbitraries.of("en", "de-AT", "zh-Hant-TW", "x".repeat(35));
        return Combinators.combine(ids(8, 64), ids(16, 40), ids(16, 40).injectNull(0.5), pages(), languages)
                .flatAs((key, session, visitor, page, language) -> Combinators.combine(
                                Arbitraries.of(Device.values()),
                                Arbitraries.of(true, false),
                                channels,
                                Arbitraries.of(true, false),
                                Arbitraries.maps(ids(1, 60), ids(1, 60)).ofMaxSize(16))
                        .as((device, returning, granted, simulated, forced) -> new Hello(
                                key, session, visitor, page, language, device, returning, granted, simulated, forced)));
    }
}

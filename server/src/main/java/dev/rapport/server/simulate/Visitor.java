package dev.rapport.server.simulate;

import dev.rapport.frame.Channel;
import dev.rapport.frame.EventKind;
import dev.rapport.frame.Frame;
import dev.rapport.frame.Hello;
import dev.rapport.frame.VisitorEvent;
import dev.rapport.server.simulate.Second.Doing;
import dev.rapport.session.Device;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** One visitor's mind: what they do next, and how they take a hint. Not thread-safe. */
final class Visitor {
    private final RandomGenerator random;
    private final Mood mood;
    private final Queue<Second> left;
    private final Hello hello;
    private final List<VisitorEvent> said = new ArrayList<>();
    private @Nullable String seen;
    private int thinking;
    private boolean followed;
    private boolean dismissed;
    private boolean decided;
    private boolean ordered;
    private long sequence;
    private int second = -1;

    Visitor(String siteKey, RandomGenerator random) {
        this.random = random;
        this.mood = Mood.pick(random);
        this.left = new ArrayDeque<>(Script.of(mood, random));
        this.hello = new Hello(
                siteKey,
                id(),
                id(),
                "/demo/",
                random.nextDouble() < 0.7 ? "en" : "de-AT",
                random.nextDouble() < 0.6 ? Device.MOUSE : Device.TOUCH,
                random.nextDouble() < 0.3,
                Set.of(Channel.FRICTION),
                true,
                Map.of());
    }

    private String id() {
        return String.format("%016x%016x", random.nextLong(), random.nextLong());
    }

    Hello hello() {
        return hello;
    }

    /** A hint shows on the page. */
    void see(String hint) {
        if (seen == null) {
            seen = hint;
            thinking = 1 + random.nextInt(3);
            said.add(new VisitorEvent(EventKind.HINT_SHOWN, hint, 0));
        } else {
            said.add(new VisitorEvent(EventKind.HINT_EXPIRED, hint, 5));
        }
    }

    /** The page's next second; empty when the visitor has left. */
    Optional<Frame> next() {
        react();
        Second now = left.poll();
        if (now == null && !decided) {
            now = decide();
        }
        if (now == null) {
            return Optional.empty();
        }
        second++;
        List<VisitorEvent> events = List.copyOf(said);
        said.clear();
        return Optional.of(now.frame(++sequence, second, events, random));
    }

    private void react() {
        String hint = seen;
        if (hint == null || followed || dismissed || thinking < 0 || thinking-- > 0) {
            return;
        }
        double choice = random.nextDouble();
        if (choice < Effect.FOLLOWS) {
            followed = true;
            said.add(new VisitorEvent(EventKind.HINT_ACTED, hint, 0));
            if (random.nextDouble() < 0.3) {
                said.add(new VisitorEvent(EventKind.HINT_HELPED, hint, 1));
            }
        } else if (choice < Effect.FOLLOWS + Effect.DISMISSES) {
            dismissed = true;
            said.add(new VisitorEvent(EventKind.HINT_DISMISSED, hint, 0));
        }
    }

    private @Nullable Second decide() {
        decided = true;
        double orders =
                !mood.struggling() ? Effect.CALM_ORDERS : followed ? Effect.HELPED_ORDERS : Effect.STRUGGLING_ORDERS;
        ordered = random.nextDouble() < orders;
        if (!ordered) {
            return said.isEmpty() ? null : new Second("/demo/", Doing.THINK, List.of());
        }
        said.add(new VisitorEvent(EventKind.CONVERSION, "order", 1_190 + 10 * random.nextInt(500)));
        return new Second(Script.DONE, Doing.ARRIVE, List.of());
    }

    boolean struggling() {
        return mood.struggling();
    }

    boolean followed() {
        return followed;
    }

    boolean dismissed() {
        return dismissed;
    }

    boolean ordered() {
        return ordered;
    }
}

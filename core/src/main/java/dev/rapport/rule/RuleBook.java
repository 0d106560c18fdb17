package dev.rapport.rule;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Chooses the rule that applies now and remembers since when each condition has held. One a visit; not thread-safe. */
public final class RuleBook {
    private final Map<String, Integer> heldSince = new HashMap<>(4);
    private List<ResponseRule> source = List.of();
    private List<ResponseRule> ordered = List.of();

    /**
     * The enabled rule of highest priority whose condition has held for its time.
     *
     * @param rules of the newest settings
     * @param situation now
     * @param passable asked for each rule that holds: false passes it over for the next one
     */
    public Optional<ResponseRule> match(
            List<ResponseRule> rules, Situation situation, java.util.function.Predicate<ResponseRule> passable) {
        if (rules != source) {
            take(rules);
        }
        int now = situation.window().now();
        ResponseRule matched = null;
        for (ResponseRule rule : ordered) {
            if (!situation.meets(rule.when())) {
                heldSince.remove(rule.id());
            } else if (now - heldSince.computeIfAbsent(rule.id(), id -> now) >= rule.heldForSeconds()
                    && matched == null
                    && passable.test(rule)) {
                matched = rule;
            }
        }
        return Optional.ofNullable(matched);
    }

    private void take(List<ResponseRule> rules) {
        source = rules;
        ordered = rules.stream()
                .filter(ResponseRule::enabled)
                .sorted(Comparator.comparingInt(ResponseRule::priority).reversed())
                .toList();
        heldSince.keySet().retainAll(ordered.stream().map(ResponseRule::id).toList());
    }
}

package dev.rapport.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the rules that apply now and remembers since when each condition has held. One a visit; not thread-safe. */
public final class RuleBook {
    private final Map<String, Integer> heldSince = new HashMap<>(4);
    private List<ResponseRule> source = List.of();
    private List<ResponseRule> ordered = List.of();

    /**
     * The enabled rules whose conditions have held for their times, highest priority first, then by order in the settings.
     *
     * @param rules of the newest settings
     * @param situation now
     */
    public List<ResponseRule> matching(List<ResponseRule> rules, Situation situation) {
        if (rules != source) {
            take(rules);
        }
        int now = situation.window().now();
        List<ResponseRule> matching = List.of();
        for (ResponseRule rule : ordered) {
            if (!situation.meets(rule.when())) {
                heldSince.remove(rule.id());
                continue;
            }
            Integer since = heldSince.putIfAbsent(rule.id(), now);
            if (now - (since == null ? now : since) >= rule.heldForSeconds()) {
                matching = matching.isEmpty() ? new ArrayList<>(2) : matching;
                matching.add(rule);
            }
        }
        return matching;
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

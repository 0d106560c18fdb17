package dev.rapport.models.train;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Splits visits so that a model is tested on page kinds and personas it has never seen: kinds and personas are dealt into
 * groups, and a fold tests one pair of groups and trains on the visits that share neither.
 */
public final class Folds {
    private Folds() {}

    /**
     * One split.
     *
     * @param train visits to learn from
     * @param test visits whose page kind and persona are strange to all of {@code train}
     */
    public record Fold(List<Replayed> train, List<Replayed> test) {}

    /** Every visit is tested in exactly one of the {@code kindGroups * personaGroups} folds; empty ones are left out, all empty is an error. */
    public static List<Fold> strange(List<Replayed> visits, int kindGroups, int personaGroups) {
        Map<String, Integer> kinds = groups(visits, v -> v.visit().kind(), kindGroups);
        Map<String, Integer> personas = groups(visits, v -> v.visit().persona(), personaGroups);
        List<Fold> folds = new ArrayList<>();
        for (int k = 0; k < kindGroups; k++) {
            for (int p = 0; p < personaGroups; p++) {
                List<Replayed> train = new ArrayList<>();
                List<Replayed> test = new ArrayList<>();
                for (Replayed visit : visits) {
                    boolean kind = kinds.getOrDefault(visit.visit().kind(), -1) == k;
                    boolean persona = personas.getOrDefault(visit.visit().persona(), -1) == p;
                    if (kind && persona) {
                        test.add(visit);
                    } else if (!kind && !persona) {
                        train.add(visit);
                    }
                }
                if (!test.isEmpty() && !train.isEmpty()) {
                    folds.add(new Fold(train, test));
                }
            }
        }
        if (folds.isEmpty()) {
            throw new TrainingException(visits.size() + " visits of "
                    + visits.stream().map(v -> v.visit().kind()).distinct().count() + " page kinds and "
                    + visits.stream().map(v -> v.visit().persona()).distinct().count()
                    + " personas cannot be judged by strangers to both; record visits of at least three kinds and three"
                    + " personas.");
        }
        return folds;
    }

    /** Deals the distinct words, sorted, round robin into groups. */
    private static Map<String, Integer> groups(List<Replayed> visits, Function<Replayed, String> word, int count) {
        SortedSet<String> words = new TreeSet<>();
        visits.forEach(visit -> words.add(word.apply(visit)));
        Map<String, Integer> groups = new HashMap<>();
        int next = 0;
        for (String each : words) {
            groups.put(each, next++ % count);
        }
        return groups;
    }
}

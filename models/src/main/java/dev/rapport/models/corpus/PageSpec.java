package dev.rapport.models.corpus;

import java.util.List;

/**
 * One page of the corpus.
 *
 * @param id file name without ending, for example {@code shop-basket}
 * @param kind for example {@code shop}; evaluation never trains and tests on one kind
 * @param path absolute path with which the page is opened
 * @param tasks what visitors come for, in order; they do not depend on one another
 * @param defects variants, each planted alone
 */
public record PageSpec(String id, String kind, String path, List<Task> tasks, List<Defect> defects) {
    /**
     * A goal.
     *
     * @param id unique on its page
     * @param steps in order
     */
    public record Task(String id, List<Step> steps) {
        public Task {
            steps = List.copyOf(steps);
        }
    }

    public PageSpec {
        tasks = List.copyOf(tasks);
        defects = List.copyOf(defects);
    }
}

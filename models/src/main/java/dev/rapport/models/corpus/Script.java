package dev.rapport.models.corpus;

import java.util.Optional;

/** What a planned visit follows. */
public sealed interface Script {
    /** Id of the page or site visited. */
    String page();

    /** Kind of page; evaluation never trains and tests on one kind. */
    String kind();

    /** {@code clean}, the planted defect's id, or the journey's id. */
    String variant();

    /** Absolute path at which the visit begins. */
    String path();

    /** Whether the script sets out to meet no defect. */
    boolean calm();

    /**
     * The tasks of a corpus page, with at most one planted defect; the visitor reacts to what happens.
     *
     * @param spec the page
     * @param defect empty for a calm visit
     */
    record Tasks(PageSpec spec, Optional<Defect> defect) implements Script {
        @Override
        public String page() {
            return spec.id();
        }

        @Override
        public String kind() {
            return spec.kind();
        }

        @Override
        public String variant() {
            return defect.map(Defect::id).orElse("clean");
        }

        @Override
        public String path() {
            return spec.path();
        }

        @Override
        public boolean calm() {
            return defect.isEmpty();
        }
    }

    /**
     * A journey through the demo shop, step by step, with the truth beside it.
     *
     * @param journey what to do
     */
    record Walk(Journey journey) implements Script {
        @Override
        public String page() {
            return "demo-" + journey.id();
        }

        @Override
        public String kind() {
            return "demo";
        }

        @Override
        public String variant() {
            return journey.truths().isEmpty() ? "clean" : journey.id();
        }

        @Override
        public String path() {
            return journey.start();
        }

        @Override
        public boolean calm() {
            return journey.truths().isEmpty();
        }
    }
}

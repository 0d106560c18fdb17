package dev.rapport.ui.dev;

import dev.rapport.experiment.Decision;
import dev.rapport.experiment.Experiment;
import dev.rapport.experiment.Experiment.Status;
import dev.rapport.experiment.Experiment.Variation;
import dev.rapport.experiment.Metric;
import dev.rapport.frame.Channel;
import dev.rapport.pacing.Pacing;
import dev.rapport.privacy.PrivacyPolicy;
import dev.rapport.settings.SiteSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The sites of a made-up console. */
final class MadeUpSites {
    /** The experiment whose split is wrong. */
    static final String LOPSIDED = "coupon-test";

    private MadeUpSites() {}

    /** The demo shop with more experiments: one whose split is wrong, one that nobody has met, one not started. */
    static SiteSettings shop(SiteSettings demo, Instant now) {
        List<Experiment> experiments = new ArrayList<>(demo.experiments());
        Experiment first = experiments.getFirst();
        Instant started = Objects.requireNonNullElse(first.startedAt(), now);
        Metric spent = new Metric(
                "spent", "Spent a visitor", Metric.Kind.MEAN, Metric.Role.SECONDARY, "order", "", 200, 0, 0, false);
        experiments.set(
                0,
                first.measuring(List.of(spent), null)
                        .after(
                                Status.RUNNING,
                                started,
                                new Decision(
                                        started,
                                        "Ada",
                                        Decision.Step.STARTED,
                                        "We want to know before the holidays.")));
        experiments.add(experiment(
                LOPSIDED,
                "Does the coupon callout help?",
                "coupon-help",
                "callout",
                Status.STOPPED,
                now.minus(Duration.ofDays(6))));
        experiments.add(experiment(
                "field-test",
                "Does the number format help?",
                "field-help",
                "inline",
                Status.PAUSED,
                now.minus(Duration.ofDays(2))));
        experiments.add(new Experiment(
                "chat-test",
                "Is a chat offer better than nothing?",
                "Visitors in lasting trouble prefer a person, so fewer of them give up.",
                "talk-to-us",
                "chat-test",
                0.5,
                List.of(
                        new Variation("control", "No offer", 0.5, null),
                        new Variation("chat", "Chat", 0.5, "talk-to-us")),
                "order",
                Status.DRAFT,
                null));
        return new SiteSettings(
                demo.site(),
                demo.version(),
                demo.name(),
                demo.siteKey(),
                demo.origins(),
                demo.defaultLanguage(),
                demo.privacy(),
                demo.pacing(),
                demo.holdout(),
                demo.suspended(),
                demo.hints(),
                demo.rules(),
                experiments);
    }

    private static Experiment experiment(
            String id, String name, String hint, String variation, Status status, Instant startedAt) {
        return new Experiment(
                id,
                name,
                "It explains what the page does not, so more visitors order.",
                hint,
                id,
                1,
                List.of(
                        new Variation("control", "No hint", 0.5, null),
                        new Variation(variation, "With hint", 0.5, hint)),
                "order",
                status,
                startedAt);
    }

    /** A site as it is just after it was created. */
    static SiteSettings empty() {
        return new SiteSettings(
                "garden-blog",
                1,
                "Garden blog",
                "garden-blog-key-0001",
                Set.of("https://garden.example"),
                "en",
                new PrivacyPolicy(PrivacyPolicy.Purpose.UNSTATED, Set.of(Channel.FRICTION)),
                Pacing.DEFAULT,
                0.05,
                false,
                List.of(),
                List.of(),
                List.of());
    }
}

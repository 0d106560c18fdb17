package dev.rapport.settings;

import dev.rapport.experiment.Experiment;
import dev.rapport.experiment.Metric;
import dev.rapport.experiment.Metric.Kind;
import dev.rapport.experiment.Metric.Role;
import dev.rapport.frame.Channel;
import dev.rapport.privacy.PrivacyPolicy;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Checks the metrics that a site defines for an experiment. */
final class MetricCheck {
    private static final int MOST_METRICS = 20;
    private static final double MOST = 1e9;
    private static final int MOST_HOURS = 24 * 90;
    private static final Pattern MONEY =
            Pattern.compile("(?i).*(revenue|turnover|sales|spend|basket.?value|order.?value|umsatz|erl[oö]s).*");

    private MetricCheck() {}

    static void check(String path, Experiment experiment, PrivacyPolicy privacy, Problems problems) {
        List<Metric> own = experiment.metrics();
        problems.atMost(path + ".metrics", own, MOST_METRICS);
        problems.unique(path + ".metrics", own.stream().map(Metric::id).toList(), "id");
        Set<String> builtIn = new Experiment("", "", "", "", "", 1, List.of(), "x", experiment.status(), null)
                .measured().stream().map(Metric::id).collect(Collectors.toSet());
        boolean affect = privacy.channels().stream().anyMatch(channel -> channel.affect() && privacy.allows(channel));
        for (int i = 0; i < own.size(); i++) {
            Metric metric = own.get(i);
            String at = path + ".metrics[" + i + "]";
            problems.unless(
                    !builtIn.contains(metric.id()), at + ".id", "'" + metric.id() + "' is a built-in metric's name");
            one(at, metric, problems);
            if (affect && metric.role() == Role.GOAL) {
                problems.unless(!money(metric), at + ".role", refusal(privacy));
            }
        }
        if (affect) {
            problems.unless(!MONEY.matcher(experiment.goal()).matches(), path + ".goal", refusal(privacy));
        }
    }

    /** Why money may not be the aim where a person's state is read. */
    private static String refusal(PrivacyPolicy privacy) {
        return "revenue cannot be the goal while the site uses "
                + privacy.channels().stream()
                        .filter(Channel::affect)
                        .map(Channel::word)
                        .sorted()
                        .collect(Collectors.joining(", "))
                + ": what is read from a person's body or words may serve that person, not sales; make it a guardrail,"
                + " or switch these channels off";
    }

    private static boolean money(Metric metric) {
        return metric.kind().money()
                || MONEY.matcher(metric.event()).matches()
                || MONEY.matcher(metric.name()).matches();
    }

    private static void one(String at, Metric metric, Problems problems) {
        problems.kebab(at + ".id", metric.id(), 60);
        problems.text(at + ".name", metric.name(), 1, 80);
        problems.unless(
                metric.kind().custom(),
                at + ".kind",
                "must be binomial, count, mean, ratio or quantile; the others are built in");
        problems.text(at + ".event", metric.event(), 1, 96);
        problems.text(at + ".per", metric.per(), metric.kind() == Kind.RATIO ? 1 : 0, 96);
        problems.unless(metric.kind() == Kind.RATIO || metric.per().isEmpty(), at + ".per", "belongs to a ratio only");
        problems.range(at + ".cap", metric.cap(), 0, MOST);
        problems.unless(
                metric.cap() == 0 || metric.kind() != Kind.BINOMIAL,
                at + ".cap",
                "does nothing to a metric that counts a visitor once");
        problems.range(at + ".windowHours", metric.windowHours(), 0, MOST_HOURS);
        boolean quantile = metric.kind() == Kind.QUANTILE;
        problems.unless(
                quantile ? metric.level() > 0 && metric.level() < 1 : metric.level() == 0,
                at + ".level",
                quantile ? "lies between 0 and 1, such as 0.9" : "belongs to a quantile only");
    }
}

package dev.rapport.experiment.analysis;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rapport.experiment.statistics.Statistic;
import dev.rapport.experiment.statistics.ThompsonWeights;
import dev.rapport.experiment.statistics.UserValues;
import java.util.ArrayList;
import java.util.List;

/** Shares of traffic that follow the better arms, for each goal that is a share or a mean. */
final class Shares {
    private static final double PRIOR_VARIANCE = 1e4;
    private static final double FLOOR = 0.01;

    private Shares() {}

    static void write(Request request, ObjectNode out) {
        for (String goal : request.goals()) {
            List<UserValues> arms = new ArrayList<>();
            for (Request.Arm arm : request.arms()) {
                List<Statistic> strata = arm.metrics().getOrDefault(goal, List.of());
                if (strata.size() == 1 && strata.get(0) instanceof UserValues values) {
                    arms.add(values);
                }
            }
            if (arms.size() == request.arms().size()) {
                boolean lower = request.lowerIsBetter().contains(goal);
                ThompsonWeights weights = ThompsonWeights.of(
                        arms, 0, PRIOR_VARIANCE, FLOOR, ThompsonWeights.FEWEST, request.alpha(), lower);
                ObjectNode node = out.putObject(goal);
                ObjectNode best = node.putObject("best");
                ObjectNode share = node.putObject("share");
                for (int i = 0; i < arms.size(); i++) {
                    String key = request.arms().get(i).key();
                    best.put(key, weights.best().get(i));
                    if (weights.weights().isPresent()) {
                        share.put(key, weights.weights().get().get(i));
                    } else {
                        share.putNull(key);
                    }
                }
            }
        }
    }
}

package dev.rapport.experiment.verification;

import dev.rapport.experiment.statistics.Adjusted;
import dev.rapport.experiment.statistics.AdjustedRatio;
import dev.rapport.experiment.statistics.ClusteredQuantile;
import dev.rapport.experiment.statistics.Proportion;
import dev.rapport.experiment.statistics.Quantile;
import dev.rapport.experiment.statistics.Ratio;
import dev.rapport.experiment.statistics.SampleMean;
import dev.rapport.experiment.statistics.Statistic;
import dev.rapport.experiment.statistics.UserValues;
import dev.rapport.json.JsonFields;
import dev.rapport.json.JsonPlace;

/** Reads sufficient statistics by their {@code type}. */
final class VectorStatistics {
    private VectorStatistics() {}

    static Statistic read(JsonPlace place) {
        JsonFields in = place.fields();
        JsonPlace type = in.need("type");
        return switch (type.text()) {
            case "proportion", "mean" -> values(place);
            case "ratio" ->
                new Ratio(
                        values(in.need("numerator")),
                        values(in.need("denominator")),
                        in.need("sum_of_products").number());
            case "cuped" ->
                new Adjusted(
                        values(in.need("post")),
                        values(in.need("pre")),
                        in.need("sum_of_products").number(),
                        theta(in));
            case "cuped_ratio" -> adjustedRatio(in);
            case "quantile" -> quantile(in);
            case "quantile_clustered" -> clustered(in);
            default -> throw type.problem("is an unknown kind of statistic");
        };
    }

    static UserValues values(JsonPlace place) {
        JsonFields in = place.fields();
        JsonPlace type = in.need("type");
        long n = in.need("n").whole();
        double sum = in.need("sum").number();
        return switch (type.text()) {
            case "proportion" -> new Proportion(n, sum);
            case "mean" -> new SampleMean(n, sum, in.need("sum_squares").number());
            default -> throw type.problem("must be proportion or mean here");
        };
    }

    private static AdjustedRatio adjustedRatio(JsonFields in) {
        return new AdjustedRatio(
                new Ratio(
                        values(in.need("numerator_post")),
                        values(in.need("denominator_post")),
                        in.need("numpost_denpost").number()),
                new Ratio(
                        values(in.need("numerator_pre")),
                        values(in.need("denominator_pre")),
                        in.need("numpre_denpre").number()),
                new AdjustedRatio.Cross(
                        in.need("numpost_numpre").number(),
                        in.need("numpost_denpre").number(),
                        in.need("numpre_denpost").number(),
                        in.need("denpost_denpre").number()),
                theta(in));
    }

    private static Quantile quantile(JsonFields in) {
        return new Quantile(
                in.need("n").whole(),
                in.need("n_star").whole(),
                in.need("nu").number(),
                in.need("quantile_hat").number(),
                in.need("quantile_lower").number(),
                in.need("quantile_upper").number());
    }

    private static ClusteredQuantile clustered(JsonFields in) {
        long clusters = in.need("n_clusters").whole();
        return new ClusteredQuantile(
                quantile(in),
                new Ratio(
                        new SampleMean(
                                clusters,
                                in.need("main_sum").number(),
                                in.need("main_sum_squares").number()),
                        new SampleMean(
                                clusters,
                                in.need("denominator_sum").number(),
                                in.need("denominator_sum_squares").number()),
                        in.need("main_denominator_sum_product").number()));
    }

    private static double theta(JsonFields in) {
        return in.find("theta", JsonPlace::number, Double.NaN);
    }
}

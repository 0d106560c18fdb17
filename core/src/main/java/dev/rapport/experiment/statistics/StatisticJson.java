package dev.rapport.experiment.statistics;

import dev.rapport.json.InvalidJsonException;
import dev.rapport.json.JsonFields;
import dev.rapport.json.JsonPlace;

/**
 * Sufficient statistics as JSON, by their {@code type}: {@code proportion} (n, sum), {@code mean} (n, sum, sum_squares),
 * {@code ratio}, {@code cuped}, {@code cuped_ratio}, {@code quantile}, {@code quantile_clustered}. An {@code n} beside parts
 * that have their own may be there and is not read. Numbers that no data can give are an {@link InvalidJsonException} at
 * the statistic, as is everything of another shape.
 */
public final class StatisticJson {
    private StatisticJson() {}

    /** Any statistic. */
    public static Statistic read(JsonPlace place) {
        try {
            return checked(place);
        } catch (IllegalArgumentException impossible) {
            throw place.problem(String.valueOf(impossible.getMessage()));
        }
    }

    private static Statistic checked(JsonPlace place) {
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

    /** A proportion or a mean. */
    public static UserValues values(JsonPlace place) {
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

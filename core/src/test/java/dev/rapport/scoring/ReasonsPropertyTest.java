package dev.rapport.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.rapport.feature.Feature;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Whatever a model says of its features, the reasons are what a plain sort would find. */
class ReasonsPropertyTest {
    private static final Feature[] FEATURES = Feature.values();

    @Provide
    Arbitrary<float[]> contributions() {
        Arbitrary<Float> anything = Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.floats().between(-3, 3)),
                Tuple.of(3, Arbitraries.of(0.5f, 1f, 1.5f)),
                Tuple.of(
                        2,
                        Arbitraries.of(
                                0f,
                                -0f,
                                0.05f,
                                Math.nextUp(0.05f),
                                Float.NaN,
                                Float.POSITIVE_INFINITY,
                                Float.NEGATIVE_INFINITY,
                                Float.MAX_VALUE,
                                -Float.MIN_VALUE)));
        return anything.array(float[].class).ofSize(Feature.COUNT);
    }

    @Property(tries = 500)
    void theReasonsAreThoseOfAStableSort(@ForAll("contributions") float[] contributions) {
        List<Score.Reason> sorted = IntStream.range(0, Feature.COUNT)
                .filter(i -> contributions[i] > 0.05f && contributions[i] < Float.POSITIVE_INFINITY)
                .mapToObj(i -> new Score.Reason(FEATURES[i], contributions[i]))
                .sorted(Comparator.comparingDouble(Score.Reason::contribution).reversed())
                .limit(3)
                .toList();
        Scorer scorer = new Scorer(features -> new Model.Prediction(0.5, contributions));
        Score score = scorer.score(new Scorer.Question(Scorer.ENOUGH, new float[Feature.COUNT]));
        assertEquals(sorted, assertInstanceOf(Score.Known.class, score).reasons());
    }
}

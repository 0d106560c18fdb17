package dev.rapport.experiment.report;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapport.experiment.statistics.Plan;
import dev.rapport.experiment.statistics.Power;
import org.junit.jupiter.api.Test;

class ForecastTest {
    @Test
    void lookingAtAnyTimeCostsMoreThanAFixedEndButNotManyTimesMore() {
        double fixed = 2 * Power.unitsNeeded(Plan.proportion(0.1, 1, 0.05), 0.1, Forecast.POWER);
        long always = Forecast.exposures(0.1, 0.1, 2).orElseThrow();

        assertTrue(always > fixed && always < 4 * fixed, always + " against " + fixed);
    }

    @Test
    void aSmallerLiftNeedsMore() {
        assertTrue(Forecast.exposures(0.1, 0.05, 2).orElseThrow()
                > 2 * Forecast.exposures(0.1, 0.1, 2).orElseThrow());
    }

    @Test
    void moreArmsNeedMore() {
        assertTrue(Forecast.exposures(0.1, 0.1, 3).orElseThrow()
                > 1.5 * Forecast.exposures(0.1, 0.1, 2).orElseThrow());
    }

    @Test
    void anAbsurdLiftIsFoundToNeedAbsurdlyMany() {
        assertTrue(Forecast.exposures(0.001, 1e-9, 2).isEmpty());
    }

    @Test
    void numbersThatNoExperimentCanHaveAreRefused() {
        for (double[] bad : new double[][] {{0, 0.1}, {1, 0.1}, {Double.NaN, 0.1}, {0.1, 0}, {0.1, Double.NaN}}) {
            assertThrows(IllegalArgumentException.class, () -> Forecast.exposures(bad[0], bad[1], 2));
        }
    }
}

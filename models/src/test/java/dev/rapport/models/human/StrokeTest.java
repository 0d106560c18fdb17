package dev.rapport.models.human;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

final class StrokeTest {
    private static Persona.Pointing hand(double slowness, double submovements) {
        return new Persona.Pointing(slowness, submovements, 0.3, 0.05, 0, 0, 0.02, 60);
    }

    private static double time(double slowness, double distance, double width) {
        double sum = 0;
        for (int seed = 0; seed < 200; seed++) {
            List<Stroke.Point> points = Stroke.between(0, 0, distance, 0, width, hand(slowness, 0.4), new Chance(seed));
            sum += points.getLast().atMs();
        }
        return sum / 200;
    }

    @Test
    void endsInsideTheTarget() {
        for (int seed = 0; seed < 300; seed++) {
            Stroke.Point end = Stroke.between(10, 10, 500, 300, 40, hand(1, 2), new Chance(seed))
                    .getLast();
            assertEquals(0, Math.hypot(end.x() - 500, end.y() - 300), 20, "seed " + seed);
        }
    }

    @Test
    void takesLongerWhenTheTargetIsFartherOrSmaller() {
        assertTrue(time(1, 800, 40) > time(1, 200, 40) + 100);
        assertTrue(time(1, 400, 10) > time(1, 400, 80) + 100);
    }

    @Test
    void takesLongerWhenTheHandIsSlow() {
        assertTrue(time(2.8, 400, 40) > 2 * time(1, 400, 40));
    }

    @Test
    void isTheSameWhenTheSeedIs() {
        assertEquals(
                Stroke.between(0, 0, 300, 100, 30, hand(1, 1), new Chance(4)),
                Stroke.between(0, 0, 300, 100, 30, hand(1, 1), new Chance(4)));
    }
}

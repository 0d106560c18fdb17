package dev.rapport.models.human;

import java.util.ArrayList;
import java.util.List;

/**
 * A pointer movement. Every submovement follows the minimum-jerk profile {@code s(t) = 10 t^3 - 15 t^4 + 6 t^5} (Flash and
 * Hogan 1985); its end is off by noise that grows with its length (Harris and Wolpert 1998), which further submovements
 * correct (Meyer et al. 1988). The whole takes Fitts's-law time {@code 100 ms + 130 ms * log2(D / W + 1)} times the
 * persona's slowness.
 */
public final class Stroke {
    private static final double BASE_MS = 100;
    private static final double PER_BIT_MS = 130;
    private static final int MOST_SUBMOVEMENTS = 24;

    private Stroke() {}

    /**
     * Where the pointer is.
     *
     * @param atMs since the movement began
     * @param x CSS pixels
     * @param y CSS pixels
     */
    public record Point(double atMs, double x, double y) {}

    /** The way from a point to within {@code width / 4} of another, sampled at the persona's rate; ends at the last point. */
    public static List<Point> between(
            double fromX, double fromY, double toX, double toY, double width, Persona.Pointing hand, Chance chance) {
        List<Point> points = new ArrayList<>();
        double distance = StrictMath.hypot(toX - fromX, toY - fromY);
        double bits = StrictMath.log(distance / Math.max(4, width) + 1) / StrictMath.log(2);
        double time = (BASE_MS + PER_BIT_MS * bits) * hand.slowness() * chance.around(1, 0.12);
        int submovements =
                Math.min(MOST_SUBMOVEMENTS, 1 + (distance > 40 ? 1 : 0) + chance.poisson(hand.extraSubmovements()));
        double x = fromX;
        double y = fromY;
        double clock = 0;
        double share = 0.6;
        double pauseChance = hand.pauses() / submovements;
        double bend = chance.gauss(0.04);
        for (int i = 0; i < submovements; i++) {
            boolean last = i == submovements - 1;
            double remaining = StrictMath.hypot(toX - x, toY - y);
            double reach = last ? 1 : chance.between(0.8, 1.02);
            double error = last ? Math.min(width / 8, remaining * 0.02) : remaining * hand.noise();
            double endX = x + (toX - x) * reach + chance.gauss(error);
            double endY = y + (toY - y) * reach + chance.gauss(error);
            double duration = Math.max(60, last ? time * share / 2 : time * share);
            share *= 0.55;
            clock = submovement(points, clock, duration, x, y, endX, endY, bend, hand, chance);
            bend = 0;
            x = endX;
            y = endY;
            if (!last && chance.happens(pauseChance)) {
                clock += chance.around(160, 0.4);
            }
        }
        return points;
    }

    private static double submovement(
            List<Point> points,
            double start,
            double duration,
            double x,
            double y,
            double endX,
            double endY,
            double bend,
            Persona.Pointing hand,
            Chance chance) {
        double step = 1000.0 / hand.sampleHz();
        double phase = chance.between(0, 2 * Math.PI);
        for (double t = step; t <= duration + step / 2; t += step) {
            double u = Math.min(1, t / duration);
            double s = u * u * u * (10 - 15 * u + 6 * u * u);
            double bow = bend * StrictMath.sin(Math.PI * s);
            double shake = hand.tremorPx() == 0
                    ? 0
                    : hand.tremorPx() * StrictMath.sin(2 * Math.PI * hand.tremorHz() * (start + t) / 1000 + phase);
            points.add(new Point(
                    start + t,
                    x + (endX - x) * s - (endY - y) * bow + shake,
                    y + (endY - y) * s + (endX - x) * bow + 0.7 * shake * StrictMath.cos(phase + t / 90)));
        }
        return start + duration;
    }
}

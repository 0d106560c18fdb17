package dev.rapport.server.bench;

import java.util.List;
import java.util.Locale;

/** Two small charts beside each other as SVG that reads in light and dark: what came through, and how long it took. */
final class CurvePlot {
    private static final int WIDTH = 300;
    private static final int HEIGHT = 200;
    private static final int LEFT = 64;
    private static final int TOP = 40;
    private static final int STEP = WIDTH + LEFT + 40;

    /**
     * One point.
     *
     * @param x load in frames a second, or open sessions
     * @param y throughput in frames a second, or milliseconds
     */
    record Point(double x, double y) {}

    private final StringBuilder body = new StringBuilder();
    private final String title;
    private int charts;

    CurvePlot(String title) {
        this.title = title;
    }

    /** A chart of one line; both axes begin at 0. */
    CurvePlot chart(String across, String up, String colour, List<Point> points) {
        double mostX = nice(points.stream().mapToDouble(Point::x).max().orElse(1));
        double mostY = nice(points.stream().mapToDouble(Point::y).max().orElse(1));
        int left = LEFT + charts++ * STEP;
        text(left, TOP - 14, "start", up);
        text(left + WIDTH / 2.0, TOP + HEIGHT + 38, "middle", across);
        for (int i = 0; i <= 4; i++) {
            double x = left + WIDTH * i / 4.0;
            double y = TOP + HEIGHT * (1 - i / 4.0);
            add("<path d=\"M%d %.1fh%dM%.1f %dv%d\" stroke=\"#8884\" fill=\"none\"/>", left, y, WIDTH, x, TOP, HEIGHT);
            text(left - 6, y + 4, "end", number(mostY * i / 4));
            text(x, TOP + HEIGHT + 18, "middle", number(mostX * i / 4));
        }
        StringBuilder path = new StringBuilder();
        for (Point point : points) {
            double x = left + WIDTH * point.x() / mostX;
            double y = TOP + HEIGHT * (1 - point.y() / mostY);
            path.append(String.format(Locale.ROOT, "%s%.1f %.1f", path.isEmpty() ? "M" : "L", x, y));
            add("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"/>", x, y, colour);
        }
        add("<path d=\"%s\" stroke=\"%s\" stroke-width=\"2\" fill=\"none\"/>", path, colour);
        return this;
    }

    String svg() {
        return String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">%n<style>text{font:11px"
                        + " sans-serif;fill:#777}</style>%n%s</svg>%n",
                charts * STEP + 20,
                TOP + HEIGHT + 52,
                title,
                body);
    }

    /** The least of 1, 2, 4, 6, 8 times a power of ten that is not below {@code value}. */
    static double nice(double value) {
        double ten = Math.pow(10, Math.floor(Math.log10(Math.max(value, 1e-9))));
        for (double step : new double[] {1, 2, 4, 6, 8}) {
            if (step * ten >= value) {
                return step * ten;
            }
        }
        return 10 * ten;
    }

    private static String number(double value) {
        return value >= 10 || value == Math.rint(value)
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, "%.1f", value);
    }

    private void text(double x, double y, String anchor, String words) {
        add("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>", x, y, anchor, words);
    }

    private void add(String format, Object... values) {
        body.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}

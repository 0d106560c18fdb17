package dev.rapport.models.evaluate;

import java.util.List;
import java.util.Locale;

/** Small SVG pictures that read in light and dark: lines over [0, 1] and bars. */
final class Plot {
    private static final int SIZE = 320;
    private static final int EDGE = 48;
    private static final List<String> COLOURS = List.of("#3867c8", "#c2571a", "#3b8c4b");

    private final StringBuilder body = new StringBuilder();
    private final String title;
    private int height = SIZE + 2 * EDGE;

    Plot(String title) {
        this.title = title;
    }

    /** A square with both axes from 0 to 1. */
    Plot axes(String across, String up) {
        text(EDGE + SIZE / 2, EDGE + SIZE + 36, "middle", across);
        text(EDGE, EDGE - 12, "start", up);
        for (int i = 0; i <= 4; i++) {
            double at = i / 4.0;
            body.append(String.format(
                    Locale.ROOT,
                    "<path d=\"M%.1f %.1fH%.1fM%.1f %.1fV%.1f\" stroke=\"#8884\" fill=\"none\"/>%n",
                    x(0),
                    y(at),
                    x(1),
                    x(at),
                    y(0),
                    y(1)));
            text(EDGE - 6, y(at) + 4, "end", String.format(Locale.ROOT, "%.2f", at));
            text(x(at), EDGE + SIZE + 18, "middle", String.format(Locale.ROOT, "%.2f", at));
        }
        return this;
    }

    /** A line through points, with its name at the right. */
    Plot line(int number, String name, List<double[]> points) {
        String colour = COLOURS.get(number % COLOURS.size());
        StringBuilder path = new StringBuilder();
        for (double[] point : points) {
            if (Double.isFinite(point[0]) && Double.isFinite(point[1])) {
                path.append(String.format(
                        Locale.ROOT, "%s%.1f %.1f", path.isEmpty() ? "M" : "L", x(point[0]), y(point[1])));
            }
        }
        body.append("<path d=\"")
                .append(path)
                .append("\" stroke=\"")
                .append(colour)
                .append("\" stroke-width=\"2\" fill=\"none\"/>\n");
        body.append(String.format(
                Locale.ROOT,
                "<rect x=\"%d\" y=\"%d\" width=\"10\" height=\"10\" fill=\"%s\"/>%n",
                EDGE + SIZE - 100,
                EDGE + SIZE - 66 + 18 * number,
                colour));
        text(EDGE + SIZE - 84, EDGE + SIZE - 57 + 18 * number, "start", name);
        return this;
    }

    /** A bar with a share from 0 to 1 and what it says. */
    Plot bar(int number, String name, double share, String says) {
        double top = EDGE + 20.0 * number;
        text(EDGE + 84, top + 12, "end", name);
        body.append(String.format(
                Locale.ROOT,
                "<rect x=\"%d\" y=\"%.1f\" width=\"%.1f\" height=\"14\" fill=\"%s\"/>%n",
                EDGE + 92,
                top,
                Math.max(1, 170 * share),
                COLOURS.getFirst()));
        text(EDGE + 98 + 170 * share, top + 12, "start", says);
        height = (int) top + EDGE;
        return this;
    }

    private static double x(double share) {
        return EDGE + SIZE * share;
    }

    private static double y(double share) {
        return EDGE + SIZE * (1 - share);
    }

    private void text(double x, double y, String anchor, String words) {
        body.append(String.format(
                Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n", x, y, anchor, words));
    }

    String svg() {
        int width = SIZE + 2 * EDGE;
        return String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">%n<style>text{font:11px"
                        + " sans-serif;fill:#777}</style>%n%s</svg>%n",
                width,
                height,
                title,
                body);
    }
}

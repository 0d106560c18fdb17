package dev.rapport.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Isotonic regression by pooling adjacent violators (Ayer et al. 1955), on bins of about {@value #BIN} labels so that no step
 * rests on a few answers. Each bin's share is {@code (struggling + 1) / (labels + 2)}, so that none is certain.
 */
final class Pooling {
    private static final int BIN = 40;

    private Pooling() {}

    /** The best steps for log-odds with labels 0 or 1; at least one label. */
    static Calibration.Isotonic fit(double[] logOdds, double[] labels) {
        Integer[] order = new Integer[labels.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> logOdds[i]));
        List<Block> blocks = new ArrayList<>();
        for (int from = 0; from < order.length; ) {
            int to = Math.min(order.length, from + BIN);
            while (to < order.length && logOdds[order[to]] == logOdds[order[to - 1]]) {
                to++;
            }
            Block block = new Block(0, 0, 0);
            for (int k = from; k < to; k++) {
                block = block.plus(new Block(1, labels[order[k]], logOdds[order[k]]));
            }
            blocks.add(block);
            from = to;
            while (blocks.size() > 1
                    && blocks.get(blocks.size() - 2).share() >= blocks.getLast().share()) {
                Block last = blocks.removeLast();
                blocks.add(blocks.removeLast().plus(last));
            }
        }
        return new Calibration.Isotonic(
                blocks.stream().map(Block::mean).toList(),
                blocks.stream().map(Block::share).toList());
    }

    /** Neighbouring labels. */
    private record Block(double count, double struggling, double sum) {
        Block plus(Block other) {
            return new Block(count + other.count, struggling + other.struggling, sum + other.sum);
        }

        double share() {
            return (struggling + 1) / (count + 2);
        }

        double mean() {
            return sum / count;
        }
    }
}

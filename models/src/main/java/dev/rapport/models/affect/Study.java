package dev.rapport.models.affect;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/**
 * Rows of people with a yes-or-no label. Features are taken relative to the person: minus the person's mean, over the
 * person's spread, as the product does with a running baseline; here the whole record is used, which flatters.
 *
 * @param rows relative features
 * @param labels 1 or 0
 * @param people number of the person, by row
 * @param blocks number of what was labelled as a whole, by row; a label belongs to a block
 */
public record Study(double[][] rows, double[] labels, int[] people, int[] blocks) {
    /** How to read a file: columns of person, block and self-report, and of the features. */
    public record Columns(String person, List<String> block, String report, List<String> features) {}

    /** Reads a CSV; {@code high} says from the self-report and the person's own mean report whether the label is 1. */
    public static Study read(Path file, Columns columns, BiPredicate<Double, Double> high) throws IOException {
        List<Map<String, String>> lines = lines(file, columns);
        Map<String, double[]> sums = new HashMap<>();
        for (Map<String, String> line : lines) {
            double[] sum = sums.computeIfAbsent(cell(line, columns.person()), k -> new double[2]);
            sum[0] += number(line, columns.report());
            sum[1]++;
        }
        Map<String, Integer> people = new TreeMap<>();
        Map<String, Integer> blocks = new TreeMap<>();
        int n = lines.size();
        Study study = new Study(new double[n][], new double[n], new int[n], new int[n]);
        for (int i = 0; i < n; i++) {
            Map<String, String> line = lines.get(i);
            String person = cell(line, columns.person());
            StringBuilder block = new StringBuilder(person);
            columns.block().forEach(name -> block.append(' ').append(cell(line, name)));
            double[] sum = sums.getOrDefault(person, new double[] {0, 1});
            study.people[i] = people.computeIfAbsent(person, k -> people.size());
            study.blocks[i] = blocks.computeIfAbsent(block.toString(), k -> blocks.size());
            study.labels[i] = high.test(number(line, columns.report()), sum[0] / sum[1]) ? 1 : 0;
            study.rows[i] = columns.features().stream()
                    .mapToDouble(name -> number(line, name))
                    .toArray();
        }
        study.makeRelative();
        return study;
    }

    private static List<Map<String, String>> lines(Path file, Columns columns) throws IOException {
        List<Map<String, String>> lines = new ArrayList<>();
        try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            String head = in.readLine();
            List<String> names = head == null ? List.of() : cells(head);
            List<String> wanted = new ArrayList<>(columns.features());
            wanted.addAll(columns.block());
            wanted.addAll(List.of(columns.person(), columns.report()));
            for (String name : wanted) {
                if (!names.contains(name)) {
                    throw new IOException(file + " has no column '" + name + "'.");
                }
            }
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                List<String> cells = cells(line);
                Map<String, String> row = new HashMap<>();
                for (int i = 0; i < Math.min(names.size(), cells.size()); i++) {
                    row.put(names.get(i), cells.get(i));
                }
                boolean whole = Double.isFinite(number(row, columns.report()))
                        && columns.features().stream().allMatch(name -> Double.isFinite(number(row, name)));
                if (whole) {
                    lines.add(row);
                }
            }
        }
        return lines;
    }

    /** The cells of a line; a comma between quotation marks separates nothing. */
    private static List<String> cells(String line) {
        return Arrays.stream(line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1))
                .map(cell -> cell.replace("\"", "").trim())
                .toList();
    }

    private static String cell(Map<String, String> line, String name) {
        return line.getOrDefault(name, "");
    }

    private static double number(Map<String, String> line, String name) {
        try {
            return Double.parseDouble(cell(line, name));
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private void makeRelative() {
        for (int person = 0; person < persons(); person++) {
            for (int f = 0; f < rows[0].length; f++) {
                double sum = 0;
                double squares = 0;
                int n = 0;
                for (int i = 0; i < rows.length; i++) {
                    if (people[i] == person) {
                        sum += rows[i][f];
                        squares += rows[i][f] * rows[i][f];
                        n++;
                    }
                }
                double mean = sum / n;
                double spread = Math.sqrt(Math.max(1e-12, squares / n - mean * mean));
                for (int i = 0; i < rows.length; i++) {
                    if (people[i] == person) {
                        rows[i][f] = Math.clamp((rows[i][f] - mean) / spread, -4, 4);
                    }
                }
            }
        }
    }

    /** Number of people. */
    public int persons() {
        return Arrays.stream(people).max().orElse(-1) + 1;
    }
}

package dev.rapport.models.text;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * One text with what people said it sounds like.
 *
 * @param text as written
 * @param emotions index of each named GoEmotions category; empty in a two-column file
 * @param labels what counts
 */
record TextExample(String text, BitSet emotions, Set<TextLabel> labels) {
    /** The categories of GoEmotions by index, from {@code labels.txt} of its folder. */
    static List<String> categories(Path folder) {
        List<String> names = lines(folder.resolve("labels.txt"));
        for (TextLabel label : TextLabel.values()) {
            for (String emotion : label.emotions()) {
                if (!names.contains(emotion)) {
                    throw new TextDataException(folder.resolve("labels.txt") + " has no category " + emotion
                            + "; it must be the list that comes with GoEmotions");
                }
            }
        }
        return names;
    }

    /** A split of GoEmotions: text, tab, category numbers with commas, tab, id. */
    static List<TextExample> goEmotions(Path file, List<String> categories) {
        List<TextExample> examples = new ArrayList<>();
        List<String> lines = lines(file);
        for (int i = 0; i < lines.size(); i++) {
            String[] columns = lines.get(i).split("\t", -1);
            if (columns.length != 3) {
                throw at(file, i, "three columns (text, category numbers, id) belong here, not " + columns.length);
            }
            BitSet emotions = new BitSet();
            for (String number : columns[1].split(",")) {
                if (!number.matches("\\d{1,3}") || Integer.parseInt(number) >= categories.size()) {
                    throw at(file, i, "'" + number + "' is no category number from 0 to " + (categories.size() - 1));
                }
                emotions.set(Integer.parseInt(number));
            }
            examples.add(new TextExample(columns[0], emotions, labels(emotions, categories)));
        }
        return filled(file, examples);
    }

    private static Set<TextLabel> labels(BitSet emotions, List<String> categories) {
        Set<TextLabel> labels = EnumSet.noneOf(TextLabel.class);
        for (TextLabel label : TextLabel.values()) {
            if (emotions.stream().anyMatch(e -> label.emotions().contains(categories.get(e)))) {
                labels.add(label);
            }
        }
        return labels;
    }

    /** A file of anybody's: text, tab, 1 where it is frustration-like and 0 where not. */
    static List<TextExample> binary(Path file) {
        List<TextExample> examples = new ArrayList<>();
        List<String> lines = lines(file);
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).isBlank()) {
                continue;
            }
            int tab = lines.get(i).lastIndexOf('\t');
            String label = tab < 0 ? "" : lines.get(i).substring(tab + 1).strip();
            if (!label.equals("0") && !label.equals("1")) {
                throw at(file, i, "a text, a tab and 1 (frustration-like) or 0 belong here");
            }
            Set<TextLabel> labels = label.equals("1") ? Set.of(TextLabel.FRUSTRATION) : Set.of();
            examples.add(new TextExample(lines.get(i).substring(0, tab), new BitSet(), labels));
        }
        return filled(file, examples);
    }

    private static List<TextExample> filled(Path file, List<TextExample> examples) {
        if (examples.isEmpty()) {
            throw new TextDataException(file + " holds no text");
        }
        return examples;
    }

    private static TextDataException at(Path file, int index, String problem) {
        return new TextDataException(file + ", line " + (index + 1) + ": " + problem);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (CharacterCodingException e) {
            throw new TextDataException(file + " is not UTF-8 text", e);
        } catch (IOException e) {
            throw new TextDataException(file + " cannot be read (" + e.getMessage() + "); check the path", e);
        }
    }
}

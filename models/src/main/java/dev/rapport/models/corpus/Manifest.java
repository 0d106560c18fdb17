package dev.rapport.models.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rapport.models.human.Persona;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads page manifests ({@code *.json} beside their {@code *.html}) and the persona file; format: models/corpus/README.md. */
public final class Manifest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> STEP_KEYS = Set.of("text", "texts", "times", "expect");

    private Manifest() {}

    /** All pages of a folder, in the order of their ids. */
    public static List<PageSpec> pages(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new CorpusException("There is no folder of pages at " + folder + "; give one with --pages DIR.");
        }
        List<PageSpec> pages = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
                pages.add(page(file));
            }
        } catch (IOException e) {
            throw new CorpusException("Cannot list " + folder + ": " + e.getMessage());
        }
        if (pages.isEmpty()) {
            throw new CorpusException(folder + " holds no page manifest (*.json).");
        }
        return pages;
    }

    private static PageSpec page(Path file) {
        String id = file.getFileName().toString().replaceFirst("\\.json$", "");
        JsonNode root = read(file);
        List<PageSpec.Task> tasks = new ArrayList<>();
        for (JsonNode task : required(root, "tasks", file)) {
            List<Step> steps = new ArrayList<>();
            for (JsonNode step : required(task, "steps", file)) {
                steps.add(step(step, file));
            }
            tasks.add(new PageSpec.Task(required(task, "id", file).asText(), steps));
        }
        List<Defect> defects = new ArrayList<>();
        for (JsonNode defect : root.path("defects")) {
            defects.add(new Defect(
                    required(defect, "id", file).asText(),
                    choice(Defect.Type.class, required(defect, "type", file).asText(), file),
                    required(defect, "on", file).asText(),
                    required(defect, "feels", file).asText()));
        }
        String path = root.path("path").asText("/" + id + ".html");
        return new PageSpec(id, required(root, "kind", file).asText(), path, tasks, defects);
    }

    private static Step step(JsonNode step, Path file) {
        Set<String> actions = new TreeSet<>();
        step.fieldNames().forEachRemaining(actions::add);
        actions.removeAll(STEP_KEYS);
        if (actions.size() != 1) {
            throw new CorpusException(
                    file + ": a step needs exactly one action, this one has " + actions + ": " + step);
        }
        String word = actions.iterator().next();
        Step.Action action = choice(Step.Action.class, word, file);
        JsonNode object = step.get(word);
        List<String> texts = new ArrayList<>();
        step.path("texts").forEach(text -> texts.add(text.asText()));
        if (step.has("text")) {
            texts.add(0, step.get("text").asText());
        }
        if (action == Step.Action.TYPE && texts.isEmpty()) {
            throw new CorpusException(file + ": a type step needs text: " + step);
        }
        return new Step(
                action,
                object.isTextual() ? object.asText() : "",
                texts,
                Math.max(1, step.path("times").asInt(1)),
                object.asDouble(0),
                step.path("expect").asText(""));
    }

    /** The personas of a file, in file order. */
    public static List<Persona> personas(Path file) {
        JsonNode root = read(file);
        List<Persona> personas = new ArrayList<>();
        for (JsonNode persona : required(root, "personas", file)) {
            try {
                personas.add(JSON.convertValue(persona.deepCopy(), Persona.class));
            } catch (IllegalArgumentException e) {
                throw new CorpusException(file + ": persona "
                        + persona.path("id").asText("without id") + " is not well formed: "
                        + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
            }
        }
        return personas;
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new CorpusException(file + " cannot be read as JSON: "
                    + Optional.ofNullable(e.getMessage())
                            .orElse("")
                            .lines()
                            .findFirst()
                            .orElse(""));
        }
    }

    private static JsonNode required(JsonNode node, String key, Path file) {
        if (!node.has(key)) {
            throw new CorpusException(file + ": '" + key + "' is missing in "
                    + node.toString().substring(0, Math.min(80, node.toString().length())));
        }
        return node.get(key);
    }

    private static <E extends Enum<E>> E choice(Class<E> type, String word, Path file) {
        for (E value : type.getEnumConstants()) {
            if (value.name().toLowerCase(Locale.ROOT).equals(word)) {
                return value;
            }
        }
        throw new CorpusException(file + ": unknown word '" + word + "'; known are "
                + List.of(type.getEnumConstants()).toString().toLowerCase(Locale.ROOT));
    }
}

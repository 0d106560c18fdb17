package dev.rapport.models.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Other products' scripts, bundled from pinned npm packages by {@code models/rivals/build.mjs}.
 *
 * @param names product and version by short name
 * @param scripts bundle by short name
 */
record RivalScripts(Map<String, String> names, Map<String, byte[]> scripts) {
    /** The bundles of a folder; installs the pinned packages and bundles them first where that was not done yet. */
    static RivalScripts in(Path folder) throws IOException {
        Path dist = folder.resolve("dist");
        if (!Files.isRegularFile(dist.resolve("versions.json"))) {
            if (!Files.isRegularFile(folder.resolve("package.json"))) {
                throw new IOException("There is no package.json in " + folder + "; give the folder with --rivals DIR.");
            }
            npm(folder, List.of("ci", "--no-audit", "--no-fund", "--ignore-scripts"));
            npm(folder, List.of("run", "build"));
        }
        Map<String, String> names = new TreeMap<>();
        Map<String, byte[]> scripts = new TreeMap<>();
        JsonNode versions =
                new ObjectMapper().readTree(dist.resolve("versions.json").toFile());
        for (Map.Entry<String, JsonNode> each : versions.properties()) {
            names.put(each.getKey(), each.getValue().asText());
            scripts.put(each.getKey(), Files.readAllBytes(dist.resolve(each.getKey() + ".js")));
        }
        return new RivalScripts(names, scripts);
    }

    /** Only the products named; all when none is. */
    RivalScripts only(List<String> wanted) {
        if (wanted.isEmpty()) {
            return this;
        }
        for (String name : wanted) {
            if (!names.containsKey(name)) {
                throw new Flags.WrongFlagException("unknown product '" + name + "'; known are " + names.keySet() + ".");
            }
        }
        Map<String, String> fewNames = new TreeMap<>(names);
        fewNames.keySet().retainAll(wanted);
        Map<String, byte[]> few = new TreeMap<>(scripts);
        few.keySet().retainAll(wanted);
        return new RivalScripts(fewNames, few);
    }

    private static void npm(Path folder, List<String> words) throws IOException {
        Path own = Path.of(".tools/node/bin").toAbsolutePath();
        ProcessBuilder process = new ProcessBuilder(
                        Stream.concat(Stream.of("npm"), words.stream()).toList())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        process.environment().merge("PATH", own.toString(), (path, node) -> node + ":" + path);
        if (Files.isExecutable(own.resolve("npm"))) {
            process.command().set(0, own.resolve("npm").toString());
        }
        try {
            if (process.start().waitFor() != 0) {
                throw new IOException(
                        "'npm " + String.join(" ", words) + "' failed in " + folder + "; run it there to see why.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while npm ran");
        }
    }
}

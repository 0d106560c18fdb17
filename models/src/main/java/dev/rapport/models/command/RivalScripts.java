package dev.rapport.models.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Other products' scripts, bundled from pinned npm packages by {@code models/rivals/build.mjs}. */
final class RivalScripts {
    private RivalScripts() {}

    /** Products and versions that a folder's {@code package.json} pins; only those named, all when none is. */
    static Map<String, String> names(Path folder, List<String> wanted) throws IOException {
        Path file = folder.resolve("package.json");
        if (!Files.isRegularFile(file)) {
            throw new IOException("There is no package.json in " + folder + "; give the folder with --rivals DIR.");
        }
        JsonNode root = new ObjectMapper().readTree(file.toFile());
        Map<String, String> names = new TreeMap<>();
        for (Map.Entry<String, JsonNode> each : root.path("products").properties()) {
            String from = each.getValue().asText();
            names.put(
                    each.getKey(),
                    from + " " + root.path("devDependencies").path(from).asText());
        }
        for (String name : wanted) {
            if (!names.containsKey(name)) {
                throw new Flags.WrongFlagException("unknown product '" + name + "'; known are " + names.keySet() + ".");
            }
        }
        if (!wanted.isEmpty()) {
            names.keySet().retainAll(wanted);
        }
        return names;
    }

    /** The bundles of some products; installs the pinned packages and bundles them first where that was not done yet. */
    static Map<String, byte[]> bundles(Path folder, Set<String> products) throws IOException {
        Path dist = folder.resolve("dist");
        if (!products.stream().allMatch(name -> Files.isRegularFile(dist.resolve(name + ".js")))) {
            npm(folder, List.of("ci", "--no-audit", "--no-fund", "--ignore-scripts"));
            npm(folder, List.of("run", "build"));
        }
        Map<String, byte[]> scripts = new TreeMap<>();
        for (String name : products) {
            scripts.put(name, Files.readAllBytes(dist.resolve(name + ".js")));
        }
        return scripts;
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

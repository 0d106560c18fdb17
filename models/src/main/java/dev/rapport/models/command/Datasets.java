package dev.rapport.models.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where public data sets lie that are too large, or not free enough, for the repository. */
final class Datasets {
    private Datasets() {}

    /** {@code --data DIR}, else {@code RAPPORT_DATASETS}. */
    static Path folder(Flags flags) throws IOException {
        String given = flags.text("data");
        String folder = given == null ? System.getenv("RAPPORT_DATASETS") : given;
        if (folder == null || folder.isBlank()) {
            throw new IOException("Give the folder of data sets with --data DIR, or set RAPPORT_DATASETS.");
        }
        Path path = Path.of(folder);
        if (!Files.isDirectory(path)) {
            throw new IOException("There is no folder of data sets at " + path + ".");
        }
        return path;
    }
}

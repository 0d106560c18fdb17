package dev.rapport.models.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Files of a folder or of the class path. Nothing outside can be reached. */
public final class FolderContent {
    private FolderContent() {}

    /** Files under {@code folder}, where {@code /} is the folder. */
    public static Content folder(Path folder) {
        Path root = folder.toAbsolutePath().normalize();
        return path -> {
            Path file = root.resolve("." + path).normalize();
            if (!file.startsWith(root) || !Files.isRegularFile(file)) {
                return Optional.empty();
            }
            try {
                return Optional.of(Files.readAllBytes(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    /** Class-path files under {@code prefix}, for example {@code /dev/rapport/widget}. */
    public static Content resources(String prefix) {
        return path -> {
            if (path.contains("..")) {
                return Optional.empty();
            }
            try (InputStream in = FolderContent.class.getResourceAsStream(prefix + path)) {
                return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }
}

package dev.rapport.models.site;

import java.util.Optional;

/** What a local site serves: a path to a file's bytes. */
@FunctionalInterface
public interface Content {
    /** The file at an absolute path such as {@code /pages/basket.html}; empty when there is none. */
    Optional<byte[]> at(String path);

    /** This content, and where it has nothing, {@code other}. */
    default Content or(Content other) {
        return path -> at(path).or(() -> other.at(path));
    }
}

package dev.rapport.models.command;

import dev.rapport.models.site.Content;
import dev.rapport.models.site.FolderContent;
import java.nio.file.Path;
import java.util.Optional;

/** Where the commands that visit pages find widget and demo shop. */
final class Sites {
    private Sites() {}

    /** The folder of pages given, and where it lacks {@code defects.js}, this project's. */
    static Content pages(Flags flags) {
        Path own = Path.of("models/corpus/pages");
        return FolderContent.folder(flags.path("pages", own.toString()))
                .or(path ->
                        path.equals("/defects.js") ? FolderContent.folder(own).at(path) : Optional.empty());
    }

    /** The demo shop under {@code /demo/}: the folder given, else what this jar carries. */
    static Content demo(Flags flags) {
        String given = flags.text("demo");
        Content shop = given == null
                ? FolderContent.resources("/dev/rapport/server/demo")
                : FolderContent.folder(Path.of(given));
        return path -> path.startsWith("/demo/") ? shop.at(path.substring("/demo".length())) : Optional.empty();
    }

    /** The widget's files: beside the file given, else what this jar carries. */
    static Content widget(Flags flags) {
        String given = flags.text("widget");
        if (given == null) {
            return FolderContent.resources("/dev/rapport/widget");
        }
        Path parent = Path.of(given).toAbsolutePath().getParent();
        return FolderContent.folder(parent == null ? Path.of("/") : parent);
    }
}

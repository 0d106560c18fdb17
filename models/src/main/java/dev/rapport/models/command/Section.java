package dev.rapport.models.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One part of a page that several commands write: from its {@code ## } heading to the next one, or the end. */
final class Section {
    private static final String TITLE =
            "# How right the models are\n\nEach part was printed by the command it names; do not edit.\n\n";

    private Section() {}

    /** Puts {@code text}, which begins with its heading, in the place of the part with that heading, else at the end. */
    static void put(Path page, String text) throws IOException {
        String old = Files.isRegularFile(page) ? Files.readString(page) : TITLE;
        if (!old.startsWith(TITLE)) {
            old = TITLE + old.substring(Math.max(0, old.indexOf("## ")));
        }
        String heading = text.lines().findFirst().orElse("");
        Matcher part = Pattern.compile("(?ms)^" + Pattern.quote(heading) + "$.*?(?=^## |\\z)")
                .matcher(old);
        String body = text.strip() + "\n\n";
        String made = part.find()
                ? old.substring(0, part.start()) + body + old.substring(part.end())
                : old.stripTrailing() + "\n\n" + body;
        Path folder = page.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.writeString(page, made.stripTrailing() + "\n");
    }
}

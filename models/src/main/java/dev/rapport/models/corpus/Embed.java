package dev.rapport.models.corpus;

import dev.rapport.models.site.Content;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The pages as a site owner would serve them: the tag stands in the head, granted, and where a defect is planted, the script
 * that plants it stands before everything else.
 */
final class Embed {
    static final String TAG =
            "<script async src=\"/rapport.js\" data-site=\"corpus-key-0001\" data-consent=\"granted\"></script>";

    private Embed() {}

    /** What a script's visitor is served: corpus pages get tag and defect; the demo shop carries its own. */
    static Content into(Content content, Script script) {
        return switch (script) {
            case Script.Tasks tasks -> into(content, TAG, tasks.defect());
            case Script.Walk walk -> content;
        };
    }

    private static Content into(Content pages, String tag, Optional<Defect> defect) {
        String plant = defect.filter(d -> d.type() != Defect.Type.OWN)
                .map(d -> "<script src=\"/defects.js\" data-type=\"" + d.type().word() + "\" data-on=\"" + d.on()
                        + "\"></script>")
                .orElse("");
        return path -> pages.at(path).map(bytes -> {
            if (!path.endsWith(".html")) {
                return bytes;
            }
            String html = new String(bytes, StandardCharsets.UTF_8);
            int head = html.indexOf("<head>") + "<head>".length();
            return (html.substring(0, head) + plant + tag + html.substring(head)).getBytes(StandardCharsets.UTF_8);
        });
    }
}

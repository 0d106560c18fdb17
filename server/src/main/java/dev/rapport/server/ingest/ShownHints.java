package dev.rapport.server.ingest;

import dev.rapport.settings.SiteSettings;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The hints that one page was sent. Belongs to its connection's event loop. */
final class ShownHints {
    private Set<String> ids = Set.of(); // most pages are sent none

    void add(String hint) {
        if (ids.isEmpty()) {
            ids = new HashSet<>(2);
        }
        ids.add(hint);
    }

    /** Forgets and gives those that the site does not have any more; all of them when it is suspended. */
    List<String> gone(SiteSettings site) {
        List<String> gone = ids.stream()
                .filter(hint -> site.suspended() || site.hint(hint).isEmpty())
                .toList();
        gone.forEach(ids::remove);
        return gone;
    }
}

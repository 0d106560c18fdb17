package dev.rapport.server.ingest;

import dev.rapport.settings.SiteSettings;

/** Next versions of a site's settings. */
final class Sites {
    private Sites() {}

    static SiteSettings suspended(SiteSettings s, boolean suspended) {
        return new SiteSettings(
                s.site(),
                s.version() + 1,
                s.name(),
                s.siteKey(),
                s.origins(),
                s.defaultLanguage(),
                s.privacy(),
                s.pacing(),
                s.holdout(),
                suspended,
                s.hints(),
                s.rules(),
                s.experiments());
    }
}

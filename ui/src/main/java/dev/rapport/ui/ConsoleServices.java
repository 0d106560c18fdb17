package dev.rapport.ui;

import dev.rapport.admin.Administrators;
import dev.rapport.admin.AuditLog;
import dev.rapport.analytics.OutcomeStore;
import dev.rapport.analytics.Reports;
import dev.rapport.learning.Reference;
import dev.rapport.learning.SiteLearning;
import dev.rapport.pipeline.LiveSessions;
import dev.rapport.settings.SettingsStore;
import dev.rapport.settings.SiteSecrets;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the console reads and changes.
 *
 * @param settings sites, responses, experiments
 * @param outcomes where simulated data is cleared
 * @param reports what happened
 * @param learning what sites learned from their visitors' answers
 * @param reference how the model in use scored the calm seconds it was trained with; empty where it does not say
 * @param live who is there now
 * @param administrators who may sign in
 * @param secrets by which sites' own servers prove who they are
 * @param audit who changed what
 * @param frameCounts frames over all restarts, by {@code received}, {@code stored}, {@code duplicate}, {@code refused} and {@code
 *     dropped}
 * @param widget the widget's files as the snippet names them; empty where they are unknown
 * @param modelCard plain text about the model in use; empty where there is none
 * @param clock what time it is
 */
public record ConsoleServices(
        SettingsStore settings,
        OutcomeStore outcomes,
        Reports reports,
        SiteLearning learning,
        Supplier<Optional<Reference>> reference,
        LiveSessions live,
        Administrators administrators,
        SiteSecrets secrets,
        AuditLog audit,
        Supplier<Map<String, Long>> frameCounts,
        Optional<WidgetFile> widget,
        Supplier<Optional<String>> modelCard,
        Clock clock) {

    /**
     * The tag's script as published.
     *
     * @param hash first 16 hex digits of its SHA-256, part of the immutable address {@code /w/<hash>/rapport.js}
     * @param integrity value of the tag's {@code integrity} attribute
     */
    public record WidgetFile(String hash, String integrity) {}
}

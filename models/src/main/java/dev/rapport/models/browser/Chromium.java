package dev.rapport.models.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One headless Chromium process with a profile of its own, thrown away at the end. Safe for many threads. */
public final class Chromium implements AutoCloseable {
    private static final List<String> PLACES = List.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/usr/bin/google-chrome-stable");
    private static final List<String> FLAGS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-background-timer-throttling",
            "--disable-backgrounding-occluded-windows",
            "--disable-renderer-backgrounding",
            "--disable-dev-shm-usage",
            "--disable-component-update",
            "--disable-sync",
            "--disable-extensions",
            "--metrics-recording-only",
            "--mute-audio",
            "--no-first-run",
            "--no-default-browser-check",
            "--password-store=basic",
            "--remote-debugging-port=0");
    private static final String READY = "DevTools listening on ";

    private final Process process;
    private final Path profile;
    private final DevTools tools;

    private Chromium(Process process, Path profile, DevTools tools) {
        this.process = process;
        this.profile = profile;
        this.tools = tools;
    }

    /** Starts {@code RAPPORT_CHROMIUM}, else the distribution's Chromium. */
    public static Chromium start() {
        try {
            Path profile = Files.createTempDirectory("rapport-chromium");
            Stream<String> command = Stream.of(
                            Stream.of(executable(System.getenv("RAPPORT_CHROMIUM"))),
                            FLAGS.stream(),
                            Stream.of("--user-data-dir=" + profile, "about:blank"))
                    .flatMap(part -> part);
            Process process = new ProcessBuilder(command.toList())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new Chromium(process, profile, new DevTools(address(process)));
        } catch (IOException e) {
            throw new BrowserException("Chromium does not start: " + e.getMessage());
        }
    }

    private static String executable(@Nullable String configured) {
        if (configured != null && !configured.isBlank()) {
            return configured;
        }
        return PLACES.stream()
                .filter(place -> Files.isExecutable(Path.of(place)))
                .findFirst()
                .orElseThrow(() -> new BrowserException(
                        "No Chromium found; install chromium, or set RAPPORT_CHROMIUM to a Chrome or Chromium."));
    }

    private static URI address(Process process) throws IOException {
        InputStream errors = process.getErrorStream();
        StringBuilder seen = new StringBuilder();
        BufferedReader lines = new BufferedReader(new java.io.InputStreamReader(errors, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(READY)) {
                Thread.ofVirtual().start(() -> drain(lines));
                return URI.create(line.substring(READY.length()).trim());
            }
            seen.append(line).append(' ');
        }
        throw new BrowserException("Chromium ended at once: " + seen.toString().trim());
    }

    private static void drain(BufferedReader lines) {
        try {
            while (lines.readLine() != null) {
                Thread.onSpinWait();
            }
        } catch (IOException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The browser's own name and version, for example {@code HeadlessChrome/156.0.8078.79}. */
    public String version() {
        return tools.call(null, "Browser.getVersion", Map.of()).path("product").asText();
    }

    /** Opens an empty page that shares nothing with other pages. */
    public Tab open(Screen screen) {
        String context = tools.call(null, "Target.createBrowserContext", Map.of())
                .path("browserContextId")
                .asText();
        JsonNode target = tools.call(
                null,
                "Target.createTarget",
                Map.of(
                        "url",
                        "about:blank",
                        "browserContextId",
                        context,
                        "width",
                        screen.width(),
                        "height",
                        screen.height()));
        String session = tools.call(
                        null,
                        "Target.attachToTarget",
                        Map.of("targetId", target.path("targetId").asText(), "flatten", true))
                .path("sessionId")
                .asText();
        return new Tab(tools, session, context, screen);
    }

    @Override
    public void close() {
        tools.close();
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
        try (Stream<Path> files = Files.walk(profile)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            profile.toFile().deleteOnExit();
        }
    }
}

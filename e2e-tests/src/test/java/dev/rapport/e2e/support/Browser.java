package dev.rapport.e2e.support;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One real Chromium for all journeys of a run; each visitor gets a context (a profile) of its own. */
public final class Browser implements AutoCloseable {
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    /** Starts the Chromium that RAPPORT_CHROMIUM names, else the distribution's. */
    public Browser() {
        playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1", "PATH", System.getenv("PATH"))));
        chromium = playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setHeadless(true)
                        .setExecutablePath(executable())
                        .setArgs(FLAGS));
    }

    private static Path executable() {
        return Stream.concat(
                        Optional.ofNullable(System.getenv("RAPPORT_CHROMIUM")).stream(),
                        Stream.of(
                                "/usr/bin/chromium",
                                "/usr/bin/chromium-browser",
                                "/usr/bin/google-chrome",
                                "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"))
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException(
                                "no Chromium: set RAPPORT_CHROMIUM to one, or run the tests by ./rapport test, which finds or installs it"));
    }

    /** A visitor with a fresh profile on a desktop with a mouse. */
    public BrowserContext visitor() {
        return visitor(1100, 800, false);
    }

    /** A visitor with a fresh profile, a window of this many CSS pixels, and touch if wanted. */
    public BrowserContext visitor(int width, int height, boolean touch) {
        return chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setLocale("en-GB")
                .setHasTouch(touch)
                .setIsMobile(touch));
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}

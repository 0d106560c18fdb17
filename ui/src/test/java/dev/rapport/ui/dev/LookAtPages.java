package dev.rapport.ui.dev;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Opens every page of a made-up console in Chromium, light, dark and narrow, takes a picture of each into {@code
 * target/pages} and checks it with axe-core: {@code LookAtPages [PAGE…]}. Ends with status 1 when axe found something.
 */
public final class LookAtPages {
    private static final Map<String, String> PAGES = pages();

    private LookAtPages() {}

    private static Map<String, String> pages() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("overview", "/?range=24h&data=real");
        pages.put("overview-empty", "/?range=1h&data=simulated");
        pages.put("live", "/live");
        pages.put("responses", "/responses");
        pages.put("rule", "/responses/rule/coupon");
        pages.put("rule-new", "/responses/rule/new");
        pages.put("hint", "/responses/hint/coupon-help");
        pages.put("hint-survey", "/responses/hint/what-was-missing");
        pages.put("experiments", "/experiments");
        pages.put("experiment", "/experiments/find-help-test");
        pages.put("experiment-new", "/experiments/new/edit");
        pages.put("sites", "/sites");
        pages.put("site", "/sites/demo-shop");
        pages.put("administrators", "/administrators");
        pages.put("help", "/help");
        pages.put("not-found", "/nowhere");
        return pages;
    }

    /** Runs it. */
    public static void main(String[] args) {
        List<String> wanted = List.of(args);
        List<String> faults = new ArrayList<>();
        try (DevConsole dev = DevConsole.filled(0, URI.create("http://localhost:8080"));
                Playwright playwright = Playwright.create();
                Browser browser = playwright.chromium().launch(chromium())) {
            String base = "http://127.0.0.1:" + dev.start();
            for (Look look : Look.values()) {
                BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                        .setViewportSize(look.width, look.height)
                        .setColorScheme(look.scheme)
                        .setLocale("en-GB")
                        .setTimezoneId("Europe/Vienna"));
                Page page = context.newPage();
                page.onConsoleMessage(message -> {
                    if (message.type().equals("error") && !message.text().contains("ERR_CONNECTION_REFUSED")) {
                        faults.add(look + " " + page.url() + " console: " + message.text());
                    }
                });
                page.navigate(base + "/");
                see(page, "sign-in", look, wanted, faults);
                page.fill("input[name=username]", DevConsole.NAME);
                page.fill("input[name=password]", DevConsole.PASSWORD);
                page.keyboard().press("Enter");
                page.waitForSelector("vaadin-app-layout");
                PAGES.forEach((name, path) -> {
                    if (wanted.isEmpty() || wanted.contains(name)) {
                        page.navigate(base + path);
                        see(page, name, look, wanted, faults);
                    }
                });
                context.close();
            }
        }
        faults.forEach(System.out::println);
        System.out.println(faults.size() + " faults");
        System.exit(faults.isEmpty() ? 0 : 1);
    }

    private static BrowserType.LaunchOptions chromium() {
        String path = System.getenv().getOrDefault("RAPPORT_CHROMIUM", "/usr/bin/chromium");
        return new BrowserType.LaunchOptions().setExecutablePath(Path.of(path)).setArgs(List.of("--no-sandbox"));
    }

    private static void see(Page page, String name, Look look, List<String> wanted, List<String> faults) {
        page.waitForSelector("h1");
        page.waitForTimeout(700);
        if (!wanted.isEmpty() && !wanted.contains(name)) {
            return;
        }
        Object height = page.evaluate(
                "() => Math.max(document.documentElement.scrollHeight, document.querySelector('.page')?.scrollHeight + 70 || 0)");
        page.setViewportSize(look.width, Math.max(look.height, ((Number) height).intValue()));
        page.waitForTimeout(300);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(
                        Path.of("target/pages", name + "-" + look.name().toLowerCase(java.util.Locale.ROOT) + ".png")));
        Object overflow =
                page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (((Number) overflow).intValue() > 0) {
            faults.add(look + " " + name + ": wider than the screen by " + overflow);
        }
        for (Rule rule : new AxeBuilder(page).analyze().getViolations()) {
            faults.add(look + " " + name + ": " + rule.getId() + ": " + rule.getHelp() + " "
                    + rule.getNodes().stream()
                            .map(node -> node.getTarget() + " " + node.getFailureSummary())
                            .limit(4)
                            .toList());
        }
        page.setViewportSize(look.width, look.height);
    }

    private enum Look {
        LIGHT(1280, 800, ColorScheme.LIGHT),
        DARK(1280, 800, ColorScheme.DARK),
        NARROW(360, 740, ColorScheme.LIGHT);

        private final int width;
        private final int height;
        private final ColorScheme scheme;

        Look(int width, int height, ColorScheme scheme) {
            this.width = width;
            this.height = height;
            this.scheme = scheme;
        }
    }
}

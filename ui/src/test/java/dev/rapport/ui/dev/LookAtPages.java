package dev.rapport.ui.dev;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Opens every page of a made-up console in Chromium, light, dark, and narrow in both, takes a picture of each into {@code
 * target/pages} and checks it with axe-core: {@code LookAtPages [--keep FOLDER] [PAGE…]}. With {@code --keep} the wide
 * pictures of the main pages are also written there, small, as {@code console-<page>-<light|dark>.png}. Ends with status 1 when axe found
 * something, the browser's console has an error, or a page is wider than its screen.
 */
public final class LookAtPages {
    private static final Map<String, String> PAGES = pages();
    private static final Set<String> KEPT = Set.of(
            "sign-in",
            "setup",
            "overview",
            "live",
            "responses",
            "rule",
            "hint",
            "experiments",
            "experiment",
            "experiment-mismatch",
            "experiment-new",
            "sites",
            "site",
            "administrators",
            "help",
            "not-found");
    private static final Path TARGET = Path.of("target/pages");

    private final Page page;
    private final Look look;
    private final Set<String> wanted;
    private final List<String> faults;
    private final String keep;

    private LookAtPages(Page page, Look look, Set<String> wanted, List<String> faults, String keep) {
        this.page = page;
        this.look = look;
        this.wanted = wanted;
        this.faults = faults;
        this.keep = keep;
    }

    private static Map<String, String> pages() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("overview", "/?site=demo-shop&range=24h&data=real");
        pages.put("live", "/live");
        pages.put("responses", "/responses");
        pages.put("rule", "/responses/rule/coupon");
        pages.put("rule-new", "/responses/rule/new");
        pages.put("hint", "/responses/hint/coupon-help");
        pages.put("hint-survey", "/responses/hint/what-was-missing");
        pages.put("experiments", "/experiments");
        pages.put("experiment", "/experiments/find-help-test");
        pages.put("experiment-mismatch", "/experiments/coupon-test");
        pages.put("experiment-early", "/experiments/field-test");
        pages.put("experiment-draft", "/experiments/chat-test");
        pages.put("experiment-new", "/experiments/new/edit");
        pages.put("sites", "/sites");
        pages.put("site", "/sites/demo-shop");
        pages.put("learning", "/learning");
        pages.put("administrators", "/administrators");
        pages.put("audit", "/audit");
        pages.put("help", "/help");
        pages.put("not-found", "/nowhere");
        pages.put("overview-empty", "/?site=garden-blog");
        pages.put("live-empty", "/live?site=garden-blog");
        pages.put("responses-empty", "/responses?site=garden-blog");
        pages.put("learning-empty", "/learning?site=garden-blog");
        pages.put("experiments-empty", "/experiments?site=garden-blog");
        return pages;
    }

    /** Runs it. */
    public static void main(String[] args) {
        List<String> wanted = new ArrayList<>(List.of(args));
        String keep = "";
        if (!wanted.isEmpty() && wanted.getFirst().equals("--keep")) {
            keep = wanted.get(1);
            wanted = wanted.subList(2, wanted.size());
        }
        List<String> faults = new ArrayList<>();
        try (Playwright playwright = Playwright.create();
                Browser browser = playwright.chromium().launch(chromium())) {
            for (Look look : Look.values()) {
                try (DevConsole filled = DevConsole.filled(0, URI.create("http://localhost:8080"));
                        DevConsole empty = DevConsole.empty(0, URI.create("http://localhost:8080"));
                        BrowserContext context = look.open(browser)) {
                    new LookAtPages(context.newPage(), look, Set.copyOf(wanted), faults, keep).all(filled, empty);
                }
            }
        }
        faults.forEach(System.out::println);
        System.out.println(faults.size() + " faults");
        System.exit(faults.isEmpty() ? 0 : 1);
    }

    /** The preview asks the public address for the widget: the one built beside this module, if it was. */
    private static void widget(Route route) {
        Path file = Path.of("../widget/target/classes/dev/rapport/widget")
                .resolve(Path.of(URI.create(route.request().url()).getPath()).getFileName());
        if (Files.exists(file)) {
            route.fulfill(new Route.FulfillOptions()
                    .setPath(file)
                    .setContentType("text/javascript")
                    .setHeaders(Map.of("Access-Control-Allow-Origin", "*")));
        } else {
            route.abort();
        }
    }

    private static BrowserType.LaunchOptions chromium() {
        String path = System.getenv().getOrDefault("RAPPORT_CHROMIUM", "/usr/bin/chromium");
        return new BrowserType.LaunchOptions().setExecutablePath(Path.of(path)).setArgs(List.of("--no-sandbox"));
    }

    private void all(DevConsole filled, DevConsole empty) {
        page.context().route("http://localhost:8080/*.js", LookAtPages::widget);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("Failed to load resource")) {
                faults.add(look + " " + page.url() + " console: " + message.text());
            }
        });
        String base = "http://127.0.0.1:" + empty.start();
        see("welcome", base + "/");
        see("setup", base + "/setup?token=" + empty.administrators().invite(dev.rapport.admin.Role.OWNER));
        see("setup-invalid", base + "/setup?token=old");
        base = "http://127.0.0.1:" + filled.start();
        see("sign-in", base + "/");
        page.navigate(base + "/");
        page.fill("input[name=username]", DevConsole.NAME);
        page.fill("input[name=password]", DevConsole.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForSelector("vaadin-app-layout");
        for (Map.Entry<String, String> one : PAGES.entrySet()) {
            see(one.getKey(), base + one.getValue());
        }
        dialog("dialog-stop", base + "/experiments/find-help-test?site=demo-shop", "Stop");
        dialog("dialog-site", base + "/sites", "New site");
        paper("experiment-paper", base + "/experiments/find-help-test?site=demo-shop");
        download("export", base + "/experiments/find-help-test?site=demo-shop", "CSV", "experiment,arm,control,metric");
        download("export", base + "/experiments/find-help-test?site=demo-shop", "JSON", "\"helps-more\"");
        filled.breakDown();
        see("failed", base + "/?site=demo-shop");
    }

    /** As the browser would print it; only looked at. */
    private void paper(String name, String address) {
        if (look == Look.LIGHT && !skips(name)) {
            page.navigate(address);
            page.waitForSelector("h1");
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            page.waitForTimeout(900);
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(TARGET.resolve(name + ".png")));
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        }
    }

    private void download(String name, String address, String label, String content) {
        if (look == Look.LIGHT && !skips(name)) {
            page.navigate(address);
            page.waitForSelector("h1");
            Path file = page.waitForDownload(() -> page.getByText(label, new Page.GetByTextOptions().setExact(true))
                            .click())
                    .path();
            try {
                if (!Files.readString(file).contains(content)) {
                    faults.add(name + ": " + label + " lacks " + content);
                }
            } catch (IOException e) {
                faults.add(name + ": " + label + ": " + e.getMessage());
            }
        }
    }

    private boolean skips(String name) {
        return !wanted.isEmpty() && !wanted.contains(name);
    }

    private void see(String name, String address) {
        if (!skips(name)) {
            page.navigate(address);
            page.waitForSelector("h1");
            page.waitForTimeout(900);
            picture(name, true);
        }
    }

    /** Opened with the keyboard, closed with Escape, and the focus comes back to where it was. */
    private void dialog(String name, String address, String button) {
        if (skips(name)) {
            return;
        }
        page.navigate(address);
        page.waitForSelector("h1");
        page.waitForTimeout(500);
        page.locator("vaadin-button:text-is('" + button + "')").first().focus();
        page.keyboard().press("Enter");
        page.waitForFunction("() => document.querySelector('vaadin-dialog[opened]')");
        page.waitForTimeout(400);
        Object inside = page.evaluate("() => !!document.activeElement.closest('vaadin-dialog')");
        if (!Boolean.TRUE.equals(inside)) {
            faults.add(look + " " + name + ": the focus is not in the dialog");
        }
        picture(name, false);
        page.keyboard().press("Escape");
        page.waitForTimeout(600);
        Object back = page.evaluate("() => document.activeElement.textContent.trim()");
        if (!button.equals(back)) {
            faults.add(look + " " + name + ": after Escape the focus is on " + back + ", not on " + button);
        }
    }

    private void picture(String name, boolean whole) {
        if (whole) {
            fit();
        }
        byte[] png = page.screenshot(new Page.ScreenshotOptions()
                .setPath(TARGET.resolve(name + "-" + look.name().toLowerCase(Locale.ROOT) + ".png")));
        if (!keep.isEmpty() && look.width > 1000 && KEPT.contains(name)) {
            try {
                List<byte[]> parts = SmallPng.parts(png);
                for (int i = 0; i < parts.size(); i++) {
                    String part =
                            name + (i == 0 ? "" : "-more") + "-" + look.name().toLowerCase(Locale.ROOT) + ".png";
                    SmallPng.write(parts.get(i), Path.of(keep, "console-" + part));
                }
            } catch (IOException e) {
                faults.add(name + ": " + e.getMessage());
            }
        }
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

    /** Makes the window as high as the page, which grows a little as the window does. */
    private void fit() {
        for (int i = 0; i < 2; i++) {
            Object height = page.evaluate(
                    "() => { const p = document.querySelector('.page'); return p ? Math.ceil(p.getBoundingClientRect().top + p.scrollHeight + 24) : 0 }");
            page.setViewportSize(look.width, Math.max(look.height, ((Number) height).intValue()));
            page.waitForTimeout(250);
        }
    }

    private enum Look {
        LIGHT(1280, 800, ColorScheme.LIGHT),
        DARK(1280, 800, ColorScheme.DARK),
        NARROW(360, 740, ColorScheme.LIGHT),
        NARROW_DARK(360, 740, ColorScheme.DARK);

        private final int width;
        private final int height;
        private final ColorScheme scheme;

        Look(int width, int height, ColorScheme scheme) {
            this.width = width;
            this.height = height;
            this.scheme = scheme;
        }

        BrowserContext open(Browser browser) {
            return browser.newContext(new Browser.NewContextOptions()
                    .setViewportSize(width, height)
                    .setColorScheme(scheme)
                    .setLocale("en-GB")
                    .setTimezoneId("Europe/Vienna"));
        }
    }
}

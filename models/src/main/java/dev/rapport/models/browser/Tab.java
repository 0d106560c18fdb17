package dev.rapport.models.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** One page. All input is dispatched by the browser itself, so the page sees trusted events. For one thread at a time. */
public final class Tab implements AutoCloseable {
    private final DevTools tools;
    private final String session;
    private final String context;
    private final Map<String, Consumer<String>> bindings = new ConcurrentHashMap<>();
    private final AtomicReference<CountDownLatch> loading = new AtomicReference<>(new CountDownLatch(1));

    Tab(DevTools tools, String session, String context, Screen screen) {
        this.tools = tools;
        this.session = session;
        this.context = context;
        tools.listen(session, this::event);
        call("Page.enable", Map.of());
        call("Runtime.enable", Map.of());
        call("Emulation.setFocusEmulationEnabled", Map.of("enabled", true));
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of(
                        "width",
                        screen.width(),
                        "height",
                        screen.height(),
                        "deviceScaleFactor",
                        1,
                        "mobile",
                        screen.touch()));
        if (screen.touch()) {
            call("Emulation.setTouchEmulationEnabled", Map.of("enabled", true, "maxTouchPoints", 5));
        }
        if (screen.slowdown() > 1) {
            call("Emulation.setCPUThrottlingRate", Map.of("rate", screen.slowdown()));
        }
        if (screen.latencyMs() > 0) {
            call("Network.enable", Map.of());
            call(
                    "Network.emulateNetworkConditions",
                    Map.of(
                            "offline",
                            false,
                            "latency",
                            screen.latencyMs(),
                            "downloadThroughput",
                            100_000,
                            "uploadThroughput",
                            50_000));
        }
    }

    private void event(String method, JsonNode parameters) {
        switch (method) {
            case "Page.loadEventFired" -> loading.get().countDown();
            case "Page.javascriptDialogOpening" ->
                tools.post(session, "Page.handleJavaScriptDialog", Map.of("accept", true));
            case "Runtime.bindingCalled" ->
                bindings.getOrDefault(parameters.path("name").asText(), text -> {})
                        .accept(parameters.path("payload").asText());
            default -> {}
        }
    }

    /** Gives every page of this tab a function {@code name} that hands its text to {@code told}, unseen by the page's observers. */
    public void bind(String name, Consumer<String> told) {
        bindings.put(name, told);
        call("Runtime.addBinding", Map.of("name", name));
    }

    private JsonNode call(String method, Map<String, ?> parameters) {
        return tools.call(session, method, parameters);
    }

    /** Goes to an address and waits for its load event, at most 20 s. */
    public void go(String address) {
        CountDownLatch loaded = new CountDownLatch(1);
        loading.set(loaded);
        JsonNode answer = call("Page.navigate", Map.of("url", address));
        if (answer.has("errorText")) {
            throw new BrowserException(
                    "cannot open " + address + ": " + answer.path("errorText").asText());
        }
        try {
            if (!loaded.await(20, TimeUnit.SECONDS)) {
                throw new BrowserException(address + " did not finish loading within 20 s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrowserException("interrupted while opening " + address);
        }
    }

    /** The browser's own reload or back button. */
    public void reload() {
        call("Page.reload", Map.of());
    }

    /** One step back in the history, as the browser's back button does; nothing when there is none. */
    public void back() {
        JsonNode history = call("Page.getNavigationHistory", Map.of());
        int at = history.path("currentIndex").asInt();
        if (at > 0) {
            call(
                    "Page.navigateToHistoryEntry",
                    Map.of(
                            "entryId",
                            history.path("entries").path(at - 1).path("id").asInt()));
        }
    }

    /** The value of a JavaScript expression, by value; a missing node when it throws. */
    public JsonNode evaluate(String expression) {
        JsonNode answer = call(
                "Runtime.evaluate", Map.of("expression", expression, "returnByValue", true, "awaitPromise", false));
        return answer.has("exceptionDetails")
                ? com.fasterxml.jackson.databind.node.MissingNode.getInstance()
                : answer.path("result").path("value");
    }

    /** Moves the mouse to a point; {@code button} is held or not. Does not wait. */
    public void mouseMove(double x, double y, boolean held) {
        tools.post(
                session,
                "Input.dispatchMouseEvent",
                Map.of(
                        "type",
                        "mouseMoved",
                        "x",
                        x,
                        "y",
                        y,
                        "button",
                        held ? "left" : "none",
                        "buttons",
                        held ? 1 : 0));
    }

    /** Presses the left button; {@code clicks} counts quick clicks on one spot, as the system would. */
    public void mouseDown(double x, double y, int clicks) {
        mouseButton("mousePressed", x, y, clicks, 1);
    }

    /** Releases the left button. */
    public void mouseUp(double x, double y, int clicks) {
        mouseButton("mouseReleased", x, y, clicks, 0);
    }

    private void mouseButton(String type, double x, double y, int clicks, int buttons) {
        tools.post(
                session,
                "Input.dispatchMouseEvent",
                Map.of("type", type, "x", x, "y", y, "button", "left", "buttons", buttons, "clickCount", clicks));
    }

    /** Turns the wheel by {@code deltaY} CSS pixels at a point. */
    public void wheel(double x, double y, double deltaY) {
        tools.post(
                session,
                "Input.dispatchMouseEvent",
                Map.of("type", "mouseWheel", "x", x, "y", y, "deltaX", 0, "deltaY", deltaY));
    }

    /** A finger goes down ({@code touchStart}), moves ({@code touchMove}) or, with no point, lifts ({@code touchEnd}). */
    public void touch(String type, double x, double y) {
        List<Map<String, Double>> points = type.equals("touchEnd") ? List.of() : List.of(Map.of("x", x, "y", y));
        tools.post(session, "Input.dispatchTouchEvent", Map.of("type", type, "touchPoints", points));
    }

    /** A key goes down or up. */
    public void key(boolean down, Key key) {
        tools.post(session, "Input.dispatchKeyEvent", key.event(down));
    }

    /** Text arrives at once without keys, as from dictation, a password manager or a suggestion. */
    public void insert(String text) {
        tools.post(session, "Input.insertText", Map.of("text", text));
    }

    /** Shows unfinished text of an input method; {@link #insert} ends the composition. */
    public void compose(String text) {
        tools.post(
                session,
                "Input.imeSetComposition",
                Map.of("text", text, "selectionStart", text.length(), "selectionEnd", text.length()));
    }

    @Override
    public void close() {
        tools.forget(session);
        tools.post(null, "Target.disposeBrowserContext", Map.of("browserContextId", context));
    }
}

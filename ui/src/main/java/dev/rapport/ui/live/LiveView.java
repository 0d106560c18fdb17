package dev.rapport.ui.live;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import dev.rapport.admin.Role;
import dev.rapport.pipeline.LiveSessions;
import dev.rapport.pipeline.LiveSessions.Live;
import dev.rapport.pipeline.WidgetCost;
import dev.rapport.settings.SettingsStore;
import dev.rapport.settings.SiteSettings;
import dev.rapport.ui.access.Requires;
import dev.rapport.ui.part.EmptyState;
import dev.rapport.ui.shell.MainLayout;
import dev.rapport.ui.shell.SitePage;
import dev.rapport.ui.wording.Numbers;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The visits on the line now. A thread of its own looks for changes twice a second and pushes them. */
@Requires(Role.VIEWER)
@PageTitle("Live · Rapport")
@Route(value = "live", layout = MainLayout.class)
public final class LiveView extends SitePage {
    private static final long serialVersionUID = 1L;
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration GONE = Duration.ofSeconds(60);
    private static final int MOST = 100;

    private final transient LiveSessions live;
    private final transient Clock clock;
    private final transient Map<String, LiveRow> rows = new HashMap<>();
    private final Paragraph summary = new Paragraph();
    private final Paragraph cost = new Paragraph();
    private final UnorderedList list = new UnorderedList();
    private final Div empty = new Div(new EmptyState(
            "Nobody is here right now",
            "As soon as a visitor who consented opens a page with your snippet, the visit appears here by itself."));
    private String site = "";
    private transient @Nullable Thread watcher;

    /** The page over these sessions. */
    public LiveView(SettingsStore settings, LiveSessions live, Clock clock) {
        super("Live", settings);
        this.live = live;
        this.clock = clock;
        list.addClassName("live-list");
        summary.addClassName("quiet");
        cost.addClassName("quiet");
    }

    @Override
    protected void show(SiteSettings settings, RouteParameters parameters) {
        site = settings.site();
        rows.clear();
        list.removeAll();
        add(summary, list, cost, empty);
        refresh();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        watcher = Thread.ofVirtual().name("live-view").start(() -> watch(ui));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (watcher != null) {
            watcher.interrupt();
        }
    }

    private void watch(UI ui) {
        try {
            while (true) {
                Thread.sleep(LOOK);
                ui.accessSynchronously(this::refresh);
            }
        } catch (InterruptedException | UIDetachedException e) {
            // The reader left the page.
            Thread.currentThread().interrupt();
        }
    }

    private void refresh() {
        SiteSettings settings = settings().bySite(site).orElse(null);
        if (settings == null) {
            return;
        }
        Numbers numbers = Numbers.current();
        List<Live> now = live.list(site, GONE, MOST).stream()
                .sorted(Comparator.comparing((Live one) -> one.visit().startedAt())
                        .reversed())
                .toList();
        Set<String> there = now.stream().map(one -> one.visit().session()).collect(Collectors.toSet());
        rows.entrySet().removeIf(row -> {
            boolean left = !there.contains(row.getKey());
            if (left) {
                list.remove(row.getValue());
            }
            return left;
        });
        for (int i = 0; i < now.size(); i++) {
            Live one = now.get(i);
            LiveRow row = rows.get(one.visit().session());
            if (row == null) {
                row = new LiveRow(one.visit());
                rows.put(one.visit().session(), row);
                list.addComponentAtIndex(Math.min(i, list.getComponentCount()), row);
            }
            row.show(one, settings, clock.instant(), numbers);
        }
        long troubled = now.stream().filter(LiveRow::troubled).count();
        summary.setText(numbers.count(now.size()) + (now.size() == 1 ? " visit" : " visits") + " in the last minute"
                + (now.size() == MOST ? " (the newest)" : "") + ", " + numbers.count(troubled) + " with friction now.");
        cost.setText(WidgetCost.spread(now.stream().map(Live::cost).toList())
                .map(spread -> "The widget's own measure of what it costs these visitors: half pay at most "
                        + numbers.decimal(spread.median(), 1) + " ms of main thread in a minute of use, 95 % at most "
                        + numbers.decimal(spread.high(), 1) + " ms.")
                .orElse(""));
        list.setVisible(!now.isEmpty());
        cost.setVisible(!now.isEmpty());
        empty.setVisible(now.isEmpty());
        summary.setVisible(!now.isEmpty());
    }
}

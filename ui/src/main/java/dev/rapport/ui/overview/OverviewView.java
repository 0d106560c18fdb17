package dev.rapport.ui.overview;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import dev.rapport.admin.Role;
import dev.rapport.analytics.Range;
import dev.rapport.analytics.Reports.HintTotals;
import dev.rapport.analytics.Reports.Totals;
import dev.rapport.settings.SiteSettings;
import dev.rapport.ui.ConsoleConfig;
import dev.rapport.ui.ConsoleServices;
import dev.rapport.ui.access.Requires;
import dev.rapport.ui.part.EmptyState;
import dev.rapport.ui.part.Notice;
import dev.rapport.ui.part.Tile;
import dev.rapport.ui.shell.MainLayout;
import dev.rapport.ui.shell.SitePage;
import dev.rapport.ui.sites.Snippet;
import dev.rapport.ui.wording.LearningWords;
import dev.rapport.ui.wording.Numbers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What happened on a site in a stretch of time. The address holds the choices, so it can be shared. */
@Requires(Role.VIEWER)
@PageTitle("Overview · Rapport")
@Route(value = "", layout = MainLayout.class)
public final class OverviewView extends SitePage implements AfterNavigationObserver {
    private static final long serialVersionUID = 1L;

    private final transient ConsoleServices services;
    private final transient ConsoleConfig config;
    private final Select<Period> period = new Select<>();
    private final Select<Boolean> data = new Select<>();
    private final Div body = new Div();
    private String site = "";

    /** The page over these services. */
    public OverviewView(ConsoleServices services, ConsoleConfig config) {
        super("Overview", services.settings());
        this.services = services;
        this.config = config;
        body.addClassName("stack");
        period.setAriaLabel("Time");
        period.setItems(Period.values());
        period.setItemLabelGenerator(Period::label);
        data.setAriaLabel("Data");
        data.setItems(false, true);
        data.setItemLabelGenerator(simulated -> simulated ? "Simulated visitors" : "Real visitors");
        period.addValueChangeListener(change -> go(change.isFromClient()));
        data.addValueChangeListener(change -> go(change.isFromClient()));
    }

    @Override
    protected void show(SiteSettings settings, RouteParameters parameters) {
        site = settings.site();
        actions(period, data);
        add(body);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        if (site.isEmpty()) {
            return;
        }
        QueryParameters query = event.getLocation().getQueryParameters();
        period.setValue(query.getSingleParameter("range").flatMap(Period::of).orElse(Period.DAY));
        data.setValue(query.getSingleParameter("data").map("simulated"::equals).orElse(false));
        settings().bySite(site).ifPresent(this::fill);
    }

    private void go(boolean byReader) {
        if (byReader) {
            Map<String, List<String>> query = new LinkedHashMap<>();
            query.put("site", List.of(site));
            query.put("range", List.of(period.getValue().word()));
            query.put("data", List.of(data.getValue() ? "simulated" : "real"));
            UI.getCurrent().navigate("", new QueryParameters(query));
        }
    }

    private void fill(SiteSettings settings) {
        body.removeAll();
        Numbers numbers = Numbers.current();
        boolean simulated = data.getValue();
        Range range = Range.last(period.getValue().length(), services.clock().instant(), simulated);
        Totals totals = services.reports().totals(site, range);
        if (settings.suspended()) {
            body.add(Notice.warning(
                    "Hints are suspended on this site: nobody sees any. Responses → Resume hints ends that."));
        }
        if (simulated) {
            body.add(Notice.info("These visitors are simulated. Sites → Clear simulated data removes them."));
        }
        if (totals.visits() == 0) {
            body.add(nothingYet(settings, range));
        } else {
            List<HintTotals> hints = services.reports().hints(site, range);
            body.add(
                    tiles(settings, totals, hints, numbers),
                    Pictures.friction(
                            services.reports()
                                    .frictionOverTime(
                                            site, range, period.getValue().points()),
                            numbers),
                    Pictures.troubles(services.reports().troubles(site, range, 12), numbers),
                    Pictures.hints(hints, settings, numbers),
                    SpreadPanel.of(services.reports(), site, range, numbers));
        }
        body.add(frames(numbers));
    }

    private EmptyState nothingYet(SiteSettings settings, Range range) {
        Range other = new Range(range.from(), range.to(), !range.simulated());
        boolean elsewhere = services.reports().totals(site, other).visits() > 0;
        String more = elsewhere
                ? " There are " + (range.simulated() ? "real" : "simulated")
                        + " visitors in this time: change the choice above."
                : " Embed this snippet on your pages, or try a longer time.";
        return new EmptyState(
                "No visit in this time",
                "Nothing has arrived yet." + more,
                new Snippet(settings, config, services.widget()));
    }

    private static Div tiles(SiteSettings site, Totals totals, List<HintTotals> hints, Numbers numbers) {
        long helped = hints.stream().mapToLong(HintTotals::helped).sum();
        long answers = helped + hints.stream().mapToLong(HintTotals::didNotHelp).sum();
        Div tiles = new Div(
                new Tile(
                        "Visits",
                        numbers.count(totals.visits()),
                        "by " + numbers.count(totals.visitors()) + " visitors · " + numbers.count(totals.frames())
                                + " seconds counted"),
                new Tile(
                        "Visits with friction",
                        numbers.share(totals.struggling(), totals.visits()),
                        numbers.count(totals.struggling()) + " visits · " + LearningWords.state(site)),
                new Tile("Signals", numbers.count(totals.signals()), "rage clicks, dead clicks and the like"),
                new Tile("Hints shown", numbers.count(totals.hintsShown()), "seen by visitors"),
                new Tile(
                        "Said it helped",
                        answers == 0 ? "–" : numbers.share(helped, answers),
                        numbers.count(helped) + " of " + numbers.count(answers) + " answers"),
                new Tile("Conversions", numbers.count(totals.conversions()), "of any name"));
        tiles.addClassName("tiles");
        return tiles;
    }

    /** Every frame ends in exactly one of these, over restarts of the server. */
    private Paragraph frames(Numbers numbers) {
        Map<String, Long> counts = services.frameCounts().get();
        long received = counts.getOrDefault("received", 0L);
        long stored = counts.getOrDefault("stored", 0L);
        long duplicate = counts.getOrDefault("duplicate", 0L);
        long refused = counts.getOrDefault("refused", 0L);
        long dropped = counts.getOrDefault("dropped", 0L);
        long waiting = received - stored - duplicate - refused - dropped;
        Paragraph line = new Paragraph("Frames that this server has received: " + numbers.count(received) + " = "
                + numbers.count(stored) + " stored + " + numbers.count(duplicate) + " duplicate + "
                + numbers.count(refused)
                + " refused + " + numbers.count(dropped) + " dropped"
                + (waiting == 0 ? "." : " + " + numbers.count(waiting) + " on their way."));
        line.addClassNames("quiet", "live-small");
        return line;
    }
}

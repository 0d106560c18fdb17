package dev.rapport.models.corpus;

import dev.rapport.models.browser.BrowserException;
import dev.rapport.models.browser.Chromium;
import dev.rapport.models.browser.Tab;
import dev.rapport.models.human.Chance;
import dev.rapport.models.site.Content;
import dev.rapport.models.site.LocalSite;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Makes planned visits with another product's script in the place of the widget's. The page stays open for
 * {@value #LATEST} s after the visit, so that a product that reports late is heard.
 */
public final class Watcher {
    /** The slowest of them decides 10 s after a click, seconds. */
    public static final int LATEST = 10;

    /** The function by which {@code models/rivals/src/tell.js} tells of an event. */
    private static final String BINDING = "rivalTells";

    private final Chromium browser;
    private final Content content;
    private final Map<String, byte[]> scripts;
    private final Consumer<String> news;

    /**
     * A watcher.
     *
     * @param content pages
     * @param scripts what is served as {@code /rapport.js}, by name of product
     * @param news is told of every visit, one line each
     */
    public Watcher(Chromium browser, Content content, Map<String, byte[]> scripts, Consumer<String> news) {
        this.browser = browser;
        this.content = content;
        this.scripts = Map.copyOf(scripts);
        this.news = news;
    }

    /** One visit to be watched by one product. */
    private record Turn(String rival, Plan.Planned planned) {}

    /** Every visit with every product. */
    public List<Watched> watch(List<Plan.Planned> plan, int parallel) {
        List<Turn> turns = new ArrayList<>();
        for (Plan.Planned planned : plan) {
            scripts.keySet().stream().sorted().forEach(rival -> turns.add(new Turn(rival, planned)));
        }
        return Visits.make(
                turns, parallel, this::watch, t -> t.rival() + " " + t.planned().id(), Watcher::line, news);
    }

    private static String line(Watched visit) {
        return String.format(
                "%-10s %-22s %-18s %5.1f s, %d struggles, %d events",
                visit.rival(),
                visit.visit(),
                visit.page(),
                visit.seconds(),
                visit.truths().size(),
                visit.marks().size());
    }

    private Watched watch(Turn turn) {
        VisitInbox clock = new VisitInbox();
        List<Watched.Mark> marks = new ArrayList<>();
        Script script = turn.planned().script();
        byte[] bundle = scripts.get(turn.rival());
        Content served = path -> path.equals("/rapport.js") ? Optional.ofNullable(bundle) : content.at(path);
        try (LocalSite site = new LocalSite(Embed.into(served, script), clock);
                Tab tab = browser.open(Lived.screen(turn.planned().persona()))) {
            tab.bind(BINDING, kind -> {
                synchronized (marks) {
                    marks.add(new Watched.Mark(clock.clock(), kind));
                }
            });
            tab.go(site.address() + script.path());
            Body body = new Body(
                    tab, turn.planned().persona(), new Chance(turn.planned().seed()));
            Lived lived = Lived.live(script, body, clock::clock);
            double seconds = clock.clock() + 1.3;
            body.rest(LATEST * 1000);
            tab.go("about:blank");
            synchronized (marks) {
                return new Watched(
                        turn.rival(),
                        turn.planned().id(),
                        turn.planned().persona().id(),
                        script.page(),
                        seconds,
                        lived.truths(),
                        marks);
            }
        } catch (BrowserException e) {
            throw new CorpusException(String.valueOf(e.getMessage()));
        }
    }
}

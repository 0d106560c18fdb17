package dev.rapport.models.corpus;

import dev.rapport.models.browser.BrowserException;
import dev.rapport.models.browser.Chromium;
import dev.rapport.models.browser.Screen;
import dev.rapport.models.browser.Tab;
import dev.rapport.models.human.Chance;
import dev.rapport.models.human.Persona;
import dev.rapport.models.recording.RecordedVisit;
import dev.rapport.models.recording.Truth;
import dev.rapport.models.site.Content;
import dev.rapport.models.site.LocalSite;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/** Makes planned visits in one Chromium, several at a time, each on a site and in a profile of its own. */
public final class Recorder {
    private final Chromium browser;
    private final Content content;
    private final String tag;
    private final Consumer<String> news;

    /**
     * A recorder.
     *
     * @param content pages and widget
     * @param news is told of every visit, one line each
     */
    public Recorder(Chromium browser, Content content, Consumer<String> news) {
        this.browser = browser;
        this.content = content;
        this.tag = Embed.TAG;
        this.news = news;
    }

    /** Makes the visits; those that did not go as scripted on a sound page are told and left out. Ordered by id. */
    public List<RecordedVisit> record(List<Plan.Planned> plan, int parallel) {
        Semaphore places = new Semaphore(parallel);
        List<RecordedVisit> visits = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<RecordedVisit>> running = new ArrayList<>();
            for (Plan.Planned planned : plan) {
                running.add(threads.submit(() -> {
                    places.acquire();
                    try {
                        return record(planned);
                    } finally {
                        places.release();
                    }
                }));
            }
            for (int i = 0; i < running.size(); i++) {
                try {
                    RecordedVisit visit = running.get(i).get();
                    visits.add(visit);
                    news.accept(String.format(
                            "%4d/%d %-22s %-18s %-16s %3d frames %5.1f s, %s",
                            i + 1,
                            plan.size(),
                            visit.id(),
                            visit.page(),
                            visit.variant(),
                            visit.frames().size(),
                            visit.seconds(),
                            visit.truths().isEmpty()
                                    ? visit.outcome()
                                    : visit.truths().size() + " struggles, " + visit.outcome()));
                } catch (java.util.concurrent.ExecutionException e) {
                    news.accept("left out " + plan.get(i).id() + " on "
                            + plan.get(i).script().page() + ": "
                            + (e.getCause() == null ? e : e.getCause().getMessage()));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CorpusException("the recording was interrupted");
        }
        visits.sort(Comparator.comparing(RecordedVisit::id));
        return visits;
    }

    private RecordedVisit record(Plan.Planned planned) {
        VisitInbox inbox = new VisitInbox();
        Persona persona = planned.persona();
        Screen screen = persona.input() == Persona.Input.TOUCH ? Screen.PHONE : Screen.LAPTOP;
        screen = new Screen(
                screen.width(),
                screen.height(),
                screen.touch(),
                persona.place().slowdown(),
                persona.place().latencyMs());
        Script script = planned.script();
        try (LocalSite site = new LocalSite(content(script), inbox);
                Tab tab = browser.open(screen)) {
            tab.go(site.address() + script.path());
            Body body = new Body(tab, persona, new Chance(planned.seed()));
            Lived lived = live(script, body, inbox);
            body.rest(1300);
            double seconds = inbox.clock();
            tab.go("about:blank");
            body.rest(300);
            if (inbox.hello().length == 0 || inbox.frames().isEmpty()) {
                throw new CorpusException("the widget sent nothing; is its file built and its tag accepted?");
            }
            return new RecordedVisit(
                    planned.id(),
                    planned.seed(),
                    persona.id(),
                    script.page(),
                    script.kind(),
                    script.variant(),
                    script.calm() ? "calm" : "struggling",
                    lived.gaveUp() ? "gave-up" : "done",
                    seconds,
                    inbox.hello(),
                    inbox.frames(),
                    lived.truths());
        } catch (BrowserException e) {
            throw new CorpusException(String.valueOf(e.getMessage()));
        }
    }

    private record Lived(List<Truth> truths, boolean gaveUp) {}

    private static Lived live(Script script, Body body, VisitInbox inbox) {
        Hands hands = Visitor.handsOf(body);
        return switch (script) {
            case Script.Tasks tasks -> {
                Visitor visitor = new Visitor(body, hands, tasks.defect(), inbox::clock);
                visitor.live(tasks.spec().tasks());
                yield new Lived(visitor.truths(), visitor.gaveUp());
            }
            case Script.Walk walk -> new Lived(new Walker(body, hands, inbox::clock).walk(walk.journey()), false);
        };
    }

    /** Corpus pages get the tag; the demo shop carries its own. */
    private Content content(Script script) {
        return switch (script) {
            case Script.Tasks tasks -> Embed.into(content, tag, tasks.defect());
            case Script.Walk walk -> content;
        };
    }
}

package dev.rapport.models.corpus;

import dev.rapport.models.browser.BrowserException;
import dev.rapport.models.browser.Chromium;
import dev.rapport.models.browser.Tab;
import dev.rapport.models.human.Chance;
import dev.rapport.models.human.Persona;
import dev.rapport.models.recording.RecordedVisit;
import dev.rapport.models.site.Content;
import dev.rapport.models.site.LocalSite;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** Makes planned visits in one Chromium, several at a time, each on a site and in a profile of its own. */
public final class Recorder {
    private final Chromium browser;
    private final Content content;
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
        this.news = news;
    }

    /** Makes the visits; those that did not go as scripted on a sound page are told and left out. Ordered by id. */
    public List<RecordedVisit> record(List<Plan.Planned> plan, int parallel) {
        List<RecordedVisit> visits = Visits.make(
                plan, parallel, this::record, p -> p.id() + " on " + p.script().page(), Recorder::line, news);
        visits.sort(Comparator.comparing(RecordedVisit::id));
        return visits;
    }

    private static String line(RecordedVisit visit) {
        return String.format(
                "%-22s %-18s %-16s %3d frames %5.1f s, %s",
                visit.id(),
                visit.page(),
                visit.variant(),
                visit.frames().size(),
                visit.seconds(),
                visit.truths().isEmpty() ? visit.outcome() : visit.truths().size() + " struggles, " + visit.outcome());
    }

    private RecordedVisit record(Plan.Planned planned) {
        VisitInbox inbox = new VisitInbox();
        Persona persona = planned.persona();
        Script script = planned.script();
        try (LocalSite site = new LocalSite(Embed.into(content, script), inbox);
                Tab tab = browser.open(Lived.screen(persona))) {
            tab.go(site.address() + script.path());
            Body body = new Body(tab, persona, new Chance(planned.seed()));
            Lived lived = Lived.live(script, body, inbox::clock);
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
}

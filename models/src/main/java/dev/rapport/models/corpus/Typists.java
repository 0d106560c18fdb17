package dev.rapport.models.corpus;

import dev.rapport.models.browser.BrowserException;
import dev.rapport.models.browser.Chromium;
import dev.rapport.models.browser.Key;
import dev.rapport.models.browser.Screen;
import dev.rapport.models.browser.Tab;
import dev.rapport.models.human.Chance;
import dev.rapport.models.human.Persona;
import dev.rapport.models.recording.RecordedVisit;
import dev.rapport.models.site.Content;
import dev.rapport.models.site.LocalSite;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Plays what people really typed into a field of a sound page, key by key at their pace, with the widget watching. */
public final class Typists {
    private static final String PAGE =
            "<!doctype html><html lang=\"en\"><head><title>Type</title></head><body><main><h1>Type the phrase</h1>"
                    + "<label for=\"phrase\">Phrase</label> <textarea id=\"phrase\" rows=\"20\" cols=\"60\"></textarea></main></body></html>";
    private static final Map<String, Key> KEYS =
            Map.of("Backspace", Key.BACKSPACE, "ArrowLeft", Key.LEFT, "ArrowRight", Key.RIGHT, "Enter", Key.ENTER);

    private final Chromium browser;
    private final Content content;
    private final Consumer<String> news;

    /** {@code content} holds the widget; {@code news} is told of every person, one line each. */
    public Typists(Chromium browser, Content content, Consumer<String> news) {
        this.browser = browser;
        this.content = content;
        this.news = news;
    }

    /** One calm visit a person. */
    public List<RecordedVisit> record(List<KeyLog> logs, int parallel) {
        return Visits.make(
                logs,
                parallel,
                this::record,
                log -> "person " + log.person(),
                visit -> String.format(
                        "%s %.0f s, %d frames",
                        visit.persona(), visit.seconds(), visit.frames().size()),
                news);
    }

    private RecordedVisit record(KeyLog log) {
        VisitInbox inbox = new VisitInbox();
        Content page = path -> path.equals("/type.html")
                ? Optional.of(PAGE.replace("<head>", "<head>" + Embed.TAG).getBytes(StandardCharsets.UTF_8))
                : content.at(path);
        Persona persona = new Persona(
                "typist-" + log.person(),
                Persona.Input.MOUSE,
                new Persona.Pointing(1, 0.4, 0.3, 0.05, 0, 0, 0, 60),
                new Persona.Typing(Persona.Entry.KEYS, 200, 0.3, 0, 0, 240),
                new Persona.Temper(2000, 300, 0, 0, 1),
                new Persona.Place(1, 0));
        try (LocalSite site = new LocalSite(page, inbox);
                Tab tab = browser.open(Screen.LAPTOP)) {
            tab.go(site.address() + "/type.html");
            Body body = new Body(tab, persona, new Chance(log.person()));
            Visitor.handsOf(body).focus("#phrase");
            for (KeyLog.Stroke stroke : log.strokes()) {
                body.rest(stroke.afterMs());
                Key key = stroke.key().length() == 1 ? Key.of(stroke.key().charAt(0)) : KEYS.get(stroke.key());
                if (key != null) {
                    tab.key(stroke.down(), key);
                }
            }
            body.rest(1500);
            double seconds = inbox.clock();
            tab.go("about:blank");
            body.rest(300);
            return new RecordedVisit(
                    persona.id(),
                    log.person(),
                    persona.id(),
                    "type",
                    "typing",
                    "clean",
                    "calm",
                    "done",
                    seconds,
                    inbox.hello(),
                    inbox.frames(),
                    List.of());
        } catch (BrowserException e) {
            throw new CorpusException(String.valueOf(e.getMessage()));
        }
    }
}

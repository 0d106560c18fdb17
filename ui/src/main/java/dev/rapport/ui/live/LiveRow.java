package dev.rapport.ui.live;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import dev.rapport.pipeline.LiveSessions.Live;
import dev.rapport.scoring.Score;
import dev.rapport.session.Visit;
import dev.rapport.settings.SiteSettings;
import dev.rapport.ui.part.Tag;
import dev.rapport.ui.wording.LearningWords;
import dev.rapport.ui.wording.Numbers;
import dev.rapport.ui.wording.OutcomeWords;
import dev.rapport.ui.wording.ResponseWords;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;

/** One visit. Only what changed is sent to the browser. */
final class LiveRow extends ListItem {
    private static final long serialVersionUID = 1L;
    private static final double TROUBLED = 0.5;

    private final Span page = new Span();
    private final Span seen = new Span();
    private final Span score = new Span();
    private final Span certainty = new Span();
    private final Div bar = new Div();
    private final Div meter = new Div(bar);
    private final Span reasons = new Span();
    private final Span outcome = new Span();

    LiveRow(Visit visit) {
        addClassName("live-row");
        page.addClassName("live-page");
        score.addClassName("live-score");
        meter.addClassName("meter");
        meter.getElement().setAttribute("aria-hidden", "true");
        seen.addClassName("live-small");
        certainty.addClassName("live-small");
        reasons.addClassName("live-small");
        Span who = new Span(ResponseWords.device(visit.device()) + " · " + visit.language() + " · "
                + (visit.returning() ? "came back" : "new"));
        who.addClassName("live-small");
        Div first = new Div(page, who, seen);
        if (visit.simulated()) {
            first.add(new Div(new Tag("Simulated", Tag.Tone.SIMULATED)));
        }
        add(first, new Div(score, meter, certainty), new Div(outcome, reasons));
    }

    void show(Live live, SiteSettings site, Instant now, Numbers numbers) {
        page.setText(live.page());
        seen.setText("Seen " + Numbers.ago(Duration.between(live.at(), now)));
        outcome.setText(OutcomeWords.sentence(live.outcome(), site));
        OutcomeWords.score(live.outcome()).ifPresent(newest -> show(newest, site, numbers));
    }

    /** Whether its newest known score is 0.5 or more. */
    static boolean troubled(Live live) {
        Optional<Score> score = OutcomeWords.score(live.outcome());
        return score.isPresent() && score.get() instanceof Score.Known known && known.probability() >= TROUBLED;
    }

    private void show(Score newest, SiteSettings site, Numbers numbers) {
        switch (newest) {
            case Score.Unknown unknown -> {
                score.setText("Unknown");
                certainty.setText(unknown.why());
                bar.getStyle().setWidth("0%");
                reasons.setText("");
                setClassName("troubled", false);
            }
            case Score.Known known -> {
                score.setText(OutcomeWords.trouble(known.probability()) + " · " + numbers.percent(known.probability()));
                certainty.setText(OutcomeWords.certainty(known.certainty()) + " (" + numbers.percent(known.certainty())
                        + ") · " + LearningWords.state(site));
                bar.getStyle().setWidth(Math.round(known.probability() * 100) + "%");
                reasons.setText(
                        known.reasons().isEmpty()
                                ? ""
                                : "Because of "
                                        + known.reasons().stream()
                                                .map(reason -> OutcomeWords.cause(reason.cause()))
                                                .collect(Collectors.joining(", ")));
                setClassName("troubled", known.probability() >= TROUBLED);
            }
        }
    }
}

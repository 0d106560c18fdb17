package dev.rapport.ui.overview;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import dev.rapport.analytics.Reports.FrictionPoint;
import dev.rapport.analytics.Reports.HintTotals;
import dev.rapport.analytics.Reports.Trouble;
import dev.rapport.hint.Hint;
import dev.rapport.settings.SiteSettings;
import dev.rapport.ui.part.Behind;
import dev.rapport.ui.part.Chart;
import dev.rapport.ui.part.DataTable;
import dev.rapport.ui.part.Panel;
import dev.rapport.ui.wording.Numbers;
import dev.rapport.ui.wording.SignalWords;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The overview's panels: each chart with the table behind it. */
final class Pictures {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Pictures() {}

    static Panel friction(List<FrictionPoint> points, Numbers numbers) {
        ObjectNode data = JSON.objectNode();
        ArrayNode list = data.putArray("points");
        long scored = 0;
        long struggling = 0;
        for (FrictionPoint point : points) {
            ObjectNode one =
                    list.addObject().put("at", point.at().toEpochMilli()).put("visits", point.visits());
            if (point.scored() == 0) {
                one.putNull("share");
            } else {
                one.put("share", (double) point.struggling() / point.scored());
            }
            scored += point.scored();
            struggling += point.struggling();
        }
        DataTable<FrictionPoint> table = new DataTable<FrictionPoint>("Friction over time")
                .text("From", point -> numbers.time(point.at()))
                .number("Visits", point -> numbers.count(point.visits()))
                .number("Scored seconds", point -> numbers.count(point.scored()))
                .number("With friction", point -> numbers.share(point.struggling(), point.scored()))
                .number("Mean score", point -> numbers.decimal(point.meanScore(), 2))
                .rows(points);
        String summary = "Friction over time: in all, " + numbers.share(struggling, scored)
                + " of the scored time had friction. The table below has each step.";
        return new Panel(
                "Friction over time",
                note(
                        "Share of scored seconds with a score of 50 % or more. How right the score is here, by your visitors'"
                                + " own answers, stands under How right."),
                new Chart(Chart.Kind.FRICTION, summary, data),
                new Behind("Show as a table", table));
    }

    static Panel troubles(List<Trouble> troubles, Numbers numbers) {
        Component content = troubles.isEmpty()
                ? note("No signal in this time: nobody ran into visible trouble.")
                : new DataTable<Trouble>("Pages and elements with most trouble")
                        .text("Page", Trouble::page)
                        .text("Element", trouble -> trouble.element().isEmpty() ? "the page itself" : trouble.element())
                        .text("What happened", trouble -> SignalWords.name(trouble.kind()))
                        .number("Visits", trouble -> numbers.count(trouble.visits()))
                        .number("Times", trouble -> numbers.count(trouble.count()))
                        .rows(troubles);
        return new Panel("Where visitors ran into trouble", content);
    }

    static Panel hints(List<HintTotals> hints, SiteSettings site, Numbers numbers) {
        if (hints.isEmpty()) {
            return new Panel("Hints", note("No hint was due in this time."));
        }
        ObjectNode data = JSON.objectNode();
        ArrayNode list = data.putArray("hints");
        for (HintTotals hint : hints) {
            list.addObject()
                    .put("name", name(hint, site))
                    .put("helped", hint.helped())
                    .put("didNotHelp", hint.didNotHelp())
                    .put("silent", Math.max(0, hint.shown() - hint.helped() - hint.didNotHelp()))
                    .put("heldOut", hint.heldOut());
        }
        DataTable<HintTotals> table = new DataTable<HintTotals>("What became of each hint")
                .text("Hint", hint -> name(hint, site))
                .number("Shown", hint -> numbers.count(hint.shown()))
                .number("Held out", hint -> numbers.count(hint.heldOut()))
                .number("Held back", hint -> numbers.count(hint.paced()))
                .number("Closed", hint -> numbers.count(hint.dismissed()))
                .number("Used", hint -> numbers.count(hint.acted()))
                .number("Helped", hint -> numbers.count(hint.helped()))
                .number("Did not help", hint -> numbers.count(hint.didNotHelp()))
                .rows(hints);
        return new Panel(
                "Hints",
                note(
                        "Held out: would have been shown, but the visitor is in a control group. Held back: pacing kept it away."
                                + " Whether hints help is answered by an experiment, not by this picture."),
                new Chart(Chart.Kind.HINTS, "What became of each hint. The table below has the numbers.", data),
                new Behind("Show as a table", table));
    }

    private static String name(HintTotals hint, SiteSettings site) {
        return site.hint(hint.hint()).map(Hint::name).orElse(hint.hint() + " (deleted)");
    }

    private static Paragraph note(String text) {
        Paragraph note = new Paragraph(text);
        note.addClassNames("quiet", "live-small");
        return note;
    }
}

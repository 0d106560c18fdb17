package dev.rapport.ui.help;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.rapport.admin.Role;
import dev.rapport.frame.Channel;
import dev.rapport.frame.SignalKind;
import dev.rapport.ui.access.Requires;
import dev.rapport.ui.part.Behind;
import dev.rapport.ui.part.DataTable;
import dev.rapport.ui.part.Page;
import dev.rapport.ui.part.Panel;
import dev.rapport.ui.shell.MainLayout;
import dev.rapport.ui.wording.SignalWords;
import dev.rapport.ui.wording.SiteWords;
import java.util.List;
import java.util.Optional;

/** What is measured, what the score means, and what Rapport may be used for. */
@Requires(Role.VIEWER)
@PageTitle("Help · Rapport")
@Route(value = "help", layout = MainLayout.class)
public final class HelpView extends Page {
    private static final long serialVersionUID = 1L;

    /** The page; {@code modelCard} is plain text, empty where there is none. */
    public HelpView(Optional<String> modelCard) {
        super("Help");
        add(
                new Panel(
                        "What Rapport does",
                        text(
                                "Rapport notices when a visitor is visibly struggling with a page, and offers help. It scores"
                                        + " friction: observable trouble with the page, such as futile clicks, failing fields and"
                                        + " backtracking. It does not read emotions, and no text says how a visitor feels.")),
                new Panel(
                        "What the score means",
                        bullets(
                                "0 to 100 %: how much the last minute looks like visits with trouble that was planted on purpose.",
                                "Certainty: how much evidence stands behind it. With too little evidence the score is unknown, never"
                                        + " low and never high.",
                                "Uncalibrated: nobody has checked yet how right it is on your site. Visitors' own one-tap answers do"
                                        + " that.",
                                "A score is a reason to offer help. It is no fact about a person.")),
                new Panel("What is measured", channels(), new Behind("All signals", signals())),
                new Panel(
                        "What never leaves a page",
                        text(
                                "Text, keys, coordinates, recordings, pictures, sound, form values. Once a second the page sends a few"
                                        + " dozen counts and sums. Before a visitor consents it listens to nothing, stores nothing and sends"
                                        + " nothing.")),
                new Panel(
                        "Use policy",
                        bullets(
                                "Use it to remove trouble from pages and to offer help in time.",
                                "Do not use it to judge people: no hiring, grading, pricing, credit, insurance or staff decisions.",
                                "Do not sell or press with hints. The editor refuses prices, discounts, urgency and countdowns.",
                                "At work and in education only friction may be measured; the server enforces it.",
                                "Keep a holdout, and look at the experiment before you believe that a hint helps.")),
                new Panel("Model", card(modelCard)));
    }

    private static Component card(Optional<String> card) {
        return card.<Component>map(text -> {
                    Pre pre = new Pre(text);
                    pre.addClassName("card");
                    pre.getElement().setAttribute("tabindex", "0");
                    pre.getElement().setAttribute("role", "group");
                    pre.getElement().setAttribute("aria-label", "Model card");
                    return pre;
                })
                .orElseGet(() -> text("No model card was given."));
    }

    private static DataTable<Channel> channels() {
        return new DataTable<Channel>("Channels")
                .text("Channel", SiteWords::channel)
                .text("What leaves the page", SiteWords::collected)
                .rows(List.of(Channel.values()));
    }

    private static DataTable<SignalKind> signals() {
        return new DataTable<SignalKind>("Signals")
                .text("Signal", SignalWords::name)
                .text("Meaning", SignalWords::meaning)
                .rows(List.of(SignalKind.values()));
    }

    private static Paragraph text(String text) {
        return new Paragraph(text);
    }

    private static UnorderedList bullets(String... items) {
        UnorderedList list = new UnorderedList();
        list.addClassName("plain-list");
        for (String item : items) {
            list.add(new ListItem(item));
        }
        return list;
    }
}

package dev.rapport.ui.sites;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.rapport.settings.SiteSecrets;
import dev.rapport.settings.SiteSettings;
import dev.rapport.ui.access.SignedIn;
import dev.rapport.ui.part.CopyButton;
import dev.rapport.ui.part.Panel;
import dev.rapport.ui.part.Question;
import dev.rapport.ui.part.Toast;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The secret by which the site's own server asks {@code /v1/text}: made, shown once, replaced, withdrawn. */
final class SecretPanel extends Div {
    private static final long serialVersionUID = 1L;

    private final transient SiteSecrets secrets;
    private final String site;
    private final Span state = new Span();
    private final Div shown = new Div();
    private final Button make = new Button();
    private final Button withdraw = new Button("Withdraw");

    SecretPanel(SiteSettings site, SiteSecrets secrets, boolean editor) {
        this.secrets = secrets;
        this.site = site.site();
        Paragraph what = new Paragraph("With it your own server may ask POST /v1/text how a message sounds and how a"
                + " chatbot might reply. Needs the channel Tone of text. Never put it into a page.");
        what.addClassNames("quiet", "live-small");
        make.addClickListener(click -> make());
        make.setEnabled(editor);
        Question sure = new Question(
                "Withdraw the secret?",
                "Your server is refused from now on, until you make a new one.",
                "Withdraw",
                this::withdraw);
        withdraw.addThemeVariants(ButtonVariant.ERROR);
        withdraw.addClickListener(click -> sure.open());
        withdraw.setEnabled(editor);
        state.setId("secret-state");
        shown.setId("secret-shown");
        shown.addClassName("row");
        Div buttons = new Div(make, withdraw);
        buttons.addClassName("row");
        add(new Panel("Server to server", what, state, shown, buttons));
        refresh();
    }

    private void make() {
        Code secret = new Code(secrets.make(site, SignedIn.who()));
        secret.setId("secret");
        Span once = new Span("Copy it now: it is not shown again. The one before works for another day.");
        once.addClassNames("quiet", "live-small");
        shown.removeAll();
        shown.add(secret, new CopyButton("Copy secret", secret), once);
        refresh();
    }

    private void withdraw() {
        secrets.withdraw(site, SignedIn.who());
        shown.removeAll();
        refresh();
        Toast.done("The secret is withdrawn.");
    }

    private void refresh() {
        boolean there = secrets.newest(site).isPresent();
        state.setText(secrets.newest(site)
                .map(made -> "Made by " + made.by() + " on " + LocalDate.ofInstant(made.at(), ZoneOffset.UTC) + ".")
                .orElse("There is none."));
        make.setText(there ? "Replace the secret" : "Make a secret");
        withdraw.setVisible(there);
    }
}

package dev.rapport.ui.responses;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import dev.rapport.admin.Role;
import dev.rapport.rule.ResponseRule;
import dev.rapport.settings.SettingsStore;
import dev.rapport.settings.SiteSettings;
import dev.rapport.ui.access.Requires;
import dev.rapport.ui.access.SignedIn;
import dev.rapport.ui.part.EmptyState;
import dev.rapport.ui.part.Notice;
import dev.rapport.ui.part.Panel;
import dev.rapport.ui.part.Toast;
import dev.rapport.ui.settings.Draft;
import dev.rapport.ui.settings.Saved;
import dev.rapport.ui.shell.MainLayout;
import dev.rapport.ui.shell.SitePage;
import dev.rapport.ui.wording.Numbers;
import java.util.Comparator;
import java.util.List;

/** Rules and hints of a site. */
@Requires(Role.ANALYST)
@PageTitle("Responses · Rapport")
@Route(value = "responses", layout = MainLayout.class)
public final class ResponsesView extends SitePage {
    private static final long serialVersionUID = 1L;

    /** The page over these sites. */
    public ResponsesView(SettingsStore settings) {
        super("Responses", settings);
    }

    @Override
    protected void show(SiteSettings site, RouteParameters parameters) {
        boolean editor = SignedIn.may(Role.EDITOR);
        Button suspend = new Button(
                site.suspended() ? "Resume hints" : "Suspend all hints",
                click -> save(
                        new Draft(site).suspended(!site.suspended()).next(),
                        site.suspended() ? "Hints are shown again." : "No hint is shown to anybody now."));
        suspend.addThemeVariants(site.suspended() ? ButtonVariant.PRIMARY : ButtonVariant.ERROR);
        suspend.setVisible(editor);
        actions(suspend);
        if (site.suspended()) {
            add(Notice.warning("Hints are suspended: nobody sees any, and none is counted as held out."));
        }
        if (!editor) {
            add(Notice.info("You can look at responses; changing them needs the role editor."));
        }
        add(rules(site, editor), hints(site, editor));
    }

    private Panel rules(SiteSettings site, boolean editor) {
        Button create = new Button("New rule", click -> UI.getCurrent().navigate("responses/rule/new"));
        create.addThemeVariants(ButtonVariant.PRIMARY);
        create.setVisible(editor && !site.hints().isEmpty());
        if (site.rules().isEmpty()) {
            return new Panel(
                    "Rules",
                    new EmptyState(
                            "No rule yet",
                            site.hints().isEmpty()
                                    ? "Start with a hint below; a rule then says when it is shown."
                                    : "A rule says when a hint is shown.",
                            create));
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("cards");
        List<ResponseRule> byPriority = site.rules().stream()
                .sorted(Comparator.comparingInt(ResponseRule::priority).reversed())
                .toList();
        Numbers numbers = Numbers.current();
        byPriority.forEach(rule -> list.add(new RuleCard(rule, site, numbers, editor, this::save)));
        return new Panel("Rules", list).actions(create);
    }

    private Panel hints(SiteSettings site, boolean editor) {
        Button create = new Button("New hint", click -> UI.getCurrent().navigate("responses/hint/new"));
        create.addThemeVariants(ButtonVariant.PRIMARY);
        create.setVisible(editor);
        if (site.hints().isEmpty()) {
            return new Panel(
                    "Hints",
                    new EmptyState(
                            "No hint yet",
                            "A hint explains, offers a way back or makes the task smaller. It never sells.",
                            create));
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("cards");
        site.hints().forEach(hint -> list.add(new HintCard(hint, site, editor, this::save)));
        return new Panel("Hints", list).actions(create);
    }

    private void save(SiteSettings next, String done) {
        switch (Saved.save(settings(), next, SignedIn.who())) {
            case Saved.Done saved -> Toast.done(done);
            case Saved.Invalid invalid ->
                invalid.problems()
                        .forEach(problem -> Toast.failed("Not saved: " + problem.path() + " " + problem.message()));
            case Saved.Stale stale ->
                Toast.failed(
                        "Not saved: somebody else changed this site meanwhile. The page now shows the newest settings.");
        }
        UI.getCurrent().refreshCurrentRoute(false);
    }
}

package dev.rapport.ui.learning;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import dev.rapport.admin.Role;
import dev.rapport.analytics.Range;
import dev.rapport.learning.Adjustment;
import dev.rapport.learning.HowRight;
import dev.rapport.learning.Label;
import dev.rapport.learning.ScoreCounts;
import dev.rapport.learning.SiteLearning;
import dev.rapport.learning.Trial;
import dev.rapport.learning.Version;
import dev.rapport.settings.SiteSettings;
import dev.rapport.ui.ConsoleServices;
import dev.rapport.ui.access.Requires;
import dev.rapport.ui.access.SignedIn;
import dev.rapport.ui.part.EmptyState;
import dev.rapport.ui.part.Notice;
import dev.rapport.ui.part.Tile;
import dev.rapport.ui.part.Toast;
import dev.rapport.ui.settings.Saved;
import dev.rapport.ui.shell.MainLayout;
import dev.rapport.ui.shell.SitePage;
import dev.rapport.ui.wording.LearningWords;
import dev.rapport.ui.wording.Numbers;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** How right the score is on one site, by its own visitors' answers. */
@Requires(Role.ANALYST)
@PageTitle("How right is it here? · Rapport")
@Route(value = "learning", layout = MainLayout.class)
public final class LearningView extends SitePage {
    private static final long serialVersionUID = 1L;

    private static final Duration WEEK = Duration.ofDays(7);
    private static final double HIGH = 0.5;
    private static final String ASK = "rapport('feedback', 'struggling')   // or 'fine'";

    private final transient ConsoleServices services;

    /** The page over these services. */
    public LearningView(ConsoleServices services) {
        super("How right is it here?", services.settings());
        this.services = services;
    }

    @Override
    protected void show(SiteSettings site, RouteParameters parameters) {
        SiteLearning learning = services.learning();
        Numbers numbers = Numbers.current();
        List<Label> labels = learning.labels(site.site(), false);
        List<Version> versions = learning.versions(site.site());
        Instant now = services.clock().instant();
        Range thisWeek = Range.last(WEEK, now, false);
        ScoreCounts week = services.reports().scores(site.site(), thisWeek);
        ScoreCounts before = services.reports()
                .scores(site.site(), new Range(thisWeek.from().minus(WEEK.multipliedBy(4)), thisWeek.from(), false));
        if (labels.isEmpty()) {
            Pre code = new Pre(ASK);
            code.addClassName("card");
            code.getElement().setAttribute("tabindex", "0");
            code.getElement().setAttribute("role", "group");
            code.getElement().setAttribute("aria-label", "Code for your page");
            add(new EmptyState(
                    "Uncalibrated",
                    "Nobody has answered “was this hard?” here yet, so nobody knows how right the score is on this site."
                            + " Ask in your own words, in one tap, and pass the answer on:",
                    code));
        } else {
            HowRight right = HowRight.of(labels, site.learned());
            add(state(site, right, numbers), tiles(right, week, numbers), AnswersPanel.of(right, numbers));
        }
        if (!labels.isEmpty() || !versions.isEmpty()) {
            Button learn = new Button("Learn from the answers", click -> learn(site, labels, versions));
            learn.addThemeVariants(ButtonVariant.PRIMARY);
            learn.setVisible(SignedIn.may(Role.EDITOR));
            add(new VersionsPanel(site, numbers, adjustment -> use(site, adjustment)).of(versions, learn));
        }
        add(DriftPanel.of(week, before, services.reference().get(), days(site, now), numbers));
    }

    private List<DriftPanel.Day> days(SiteSettings site, Instant now) {
        List<DriftPanel.Day> days = new ArrayList<>();
        for (int ago = 6; ago >= 0; ago--) {
            Instant from = now.truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(ago));
            Range day = new Range(from, from.plus(Duration.ofDays(1)), false);
            days.add(new DriftPanel.Day(
                    from.atOffset(ZoneOffset.UTC).toLocalDate(),
                    services.reports().scores(site.site(), day)));
        }
        return days;
    }

    private static Notice state(SiteSettings site, HowRight right, Numbers numbers) {
        if (site.learned().version() > 0) {
            return Notice.good(
                    "Calibrated: version " + site.learned().version() + " is in use, so a score is the share of"
                            + " visitors who would say it is hard. An adjustment looks a little better on the answers it"
                            + " was fitted to than on new ones.");
        }
        return Notice.info("Uncalibrated: scores are the model's own. " + numbers.count(right.labels()) + " answers of "
                + numbers.count(right.visitors()) + " visitors say below how right they are here.");
    }

    private static Div tiles(HowRight right, ScoreCounts week, Numbers numbers) {
        String interval = Double.isNaN(right.aucLow())
                ? "too few visitors for an interval"
                : "95 %: " + numbers.decimal(right.aucLow(), 2) + " to " + numbers.decimal(right.aucHigh(), 2)
                        + "; 0.5 is a coin";
        Div tiles = new Div(
                new Tile(
                        "Answers",
                        numbers.count(right.labels()),
                        "of " + numbers.count(right.visitors()) + " visitors"),
                new Tile(
                        "Said it was hard",
                        numbers.share(right.struggling(), right.labels()),
                        numbers.count(right.struggling()) + " answers"),
                new Tile("AUC", numbers.decimal(right.auc(), 2), interval),
                new Tile(
                        "Calibration error",
                        numbers.percent(right.calibrationError()),
                        "mean gap between score and answers"),
                new Tile(
                        "High scores",
                        numbers.percent(week.above(HIGH), 1),
                        "of the scored seconds of seven days, 50 % or more by the model"));
        tiles.addClassName("tiles");
        return tiles;
    }

    private void learn(SiteSettings site, List<Label> labels, List<Version> versions) {
        int number = versions.isEmpty() ? 1 : versions.getFirst().number() + 1;
        String by = SignedIn.current().map(SignedIn::name).orElse("");
        Trial trial = Trial.of(labels, site.learned(), number);
        try {
            services.learning()
                    .keep(
                            site.site(),
                            new Version(number, services.clock().instant(), by, trial.candidate(), trial.verdict()));
        } catch (IllegalStateException e) {
            Toast.failed("Somebody else learned from the answers just now; here is what came of it.");
            refresh(site);
            return;
        }
        if (trial.verdict().accepted()) {
            use(site, trial.candidate());
        } else {
            Toast.failed(LearningWords.verdict(trial.verdict().answer()) + ".");
            refresh(site);
        }
    }

    private void use(SiteSettings site, Adjustment adjustment) {
        String by = SignedIn.current().map(SignedIn::name).orElse("");
        switch (Saved.save(settings(), site.withLearned(adjustment), by)) {
            case Saved.Done done ->
                Toast.done(
                        adjustment.version() == 0
                                ? "The score is the model's own again."
                                : "Version " + adjustment.version() + " is in use now.");
            case Saved.Stale stale -> Toast.failed("Somebody else changed this site; try again.");
            case Saved.Invalid invalid ->
                Toast.failed(invalid.problems().getFirst().toString());
        }
        refresh(site);
    }

    private void refresh(SiteSettings site) {
        clear();
        show(settings().bySite(site.site()).orElse(site), RouteParameters.empty());
    }
}

package dev.rapport.ui.web;

import com.vaadin.flow.component.Component;
import dev.rapport.ui.ConsoleConfig;
import dev.rapport.ui.ConsoleServices;
import dev.rapport.ui.access.RefusedView;
import dev.rapport.ui.access.SetupView;
import dev.rapport.ui.access.SignInView;
import dev.rapport.ui.access.WelcomeView;
import dev.rapport.ui.administrators.AdministratorsView;
import dev.rapport.ui.audit.AuditView;
import dev.rapport.ui.experiments.ExperimentFormView;
import dev.rapport.ui.experiments.ExperimentView;
import dev.rapport.ui.experiments.ExperimentsView;
import dev.rapport.ui.help.HelpView;
import dev.rapport.ui.learning.LearningView;
import dev.rapport.ui.live.LiveView;
import dev.rapport.ui.overview.OverviewView;
import dev.rapport.ui.responses.HintView;
import dev.rapport.ui.responses.ResponsesView;
import dev.rapport.ui.responses.RuleView;
import dev.rapport.ui.shell.FailedView;
import dev.rapport.ui.shell.MainLayout;
import dev.rapport.ui.shell.NotFoundView;
import dev.rapport.ui.sites.SiteView;
import dev.rapport.ui.sites.SitesView;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Every page of the console and how it is made. */
final class Views {
    private final Map<Class<?>, Supplier<? extends Component>> pages = new LinkedHashMap<>();
    private final Supplier<MainLayout> layout;

    Views(ConsoleConfig config, ConsoleServices services) {
        layout = () -> new MainLayout(services.settings());
        pages.put(WelcomeView.class, WelcomeView::new);
        pages.put(SetupView.class, () -> new SetupView(services.administrators(), services.clock()));
        pages.put(SignInView.class, () -> new SignInView(services.administrators(), services.clock()));
        pages.put(RefusedView.class, RefusedView::new);
        pages.put(OverviewView.class, () -> new OverviewView(services, config));
        pages.put(LiveView.class, () -> new LiveView(services.settings(), services.live(), services.clock()));
        pages.put(ResponsesView.class, () -> new ResponsesView(services.settings()));
        pages.put(RuleView.class, () -> new RuleView(services.settings()));
        pages.put(HintView.class, () -> new HintView(services.settings()));
        pages.put(ExperimentsView.class, () -> new ExperimentsView(services.settings()));
        pages.put(ExperimentView.class, () -> new ExperimentView(services));
        pages.put(ExperimentFormView.class, () -> new ExperimentFormView(services.settings()));
        pages.put(LearningView.class, () -> new LearningView(services));
        pages.put(AdministratorsView.class, () -> new AdministratorsView(services.administrators()));
        pages.put(AuditView.class, () -> new AuditView(services.audit()));
        pages.put(HelpView.class, () -> new HelpView(services.modelCard().get()));
        pages.put(SitesView.class, () -> new SitesView(services.settings()));
        pages.put(SiteView.class, () -> new SiteView(services, config));
    }

    /** The pages with an address. */
    Set<Class<?>> routes() {
        return pages.keySet();
    }

    /** The pages for failures. */
    Set<Class<?>> errors() {
        return Set.of(NotFoundView.class, FailedView.class);
    }

    /** How a page or layout is made; null for everything else. */
    @Nullable
    Supplier<? extends Component> supplier(Class<?> type) {
        return type == MainLayout.class ? layout : pages.get(type);
    }
}

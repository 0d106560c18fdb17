package dev.rapport.ui.web;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.RouteNotFoundError;
import dev.rapport.ui.ConsoleConfig;
import dev.rapport.ui.ConsoleServices;
import dev.rapport.ui.overview.OverviewView;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Every page of the console and how it is made. */
final class Views {
    private final Map<Class<?>, Supplier<? extends Component>> routes = new LinkedHashMap<>();

    Views(ConsoleConfig config, ConsoleServices services) {
        routes.put(OverviewView.class, () -> new OverviewView(services.reports(), config.publicUrl()));
    }

    Set<Class<?>> routes() {
        return routes.keySet();
    }

    Set<Class<?>> errors() {
        return Set.of(RouteNotFoundError.class);
    }

    @Nullable
    Supplier<? extends Component> supplier(Class<?> type) {
        return routes.get(type);
    }
}

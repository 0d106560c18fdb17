package dev.rapport.ui.web;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.di.DefaultInstantiator;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Makes views with what they need in the constructor; everything else as Vaadin does. */
final class ViewInstantiator extends DefaultInstantiator {
    private static final long serialVersionUID = 1L;

    private final transient Views views;
    private final Startup startup;

    ViewInstantiator(VaadinService service, Views views, Startup startup) {
        super(service);
        this.views = views;
        this.startup = startup;
    }

    @Override
    public Stream<VaadinServiceInitListener> getServiceInitListeners() {
        return Stream.concat(super.getServiceInitListeners(), Stream.of(startup));
    }

    @Override
    public <T> T getOrCreate(Class<T> type) {
        Supplier<? extends Component> view = views.supplier(type);
        return view == null ? super.getOrCreate(type) : type.cast(view.get());
    }
}

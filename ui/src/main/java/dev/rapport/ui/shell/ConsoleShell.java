package dev.rapport.ui.shell;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.LoadDependenciesOnStartup;
import com.vaadin.flow.theme.aura.Aura;

/**
 * The page that every view is shown in. All components are in one bundle: with one chunk a page, a build that re-uses the
 * bundle would leave a new page without its components.
 */
@Push
@LoadDependenciesOnStartup
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("console.css")
@Viewport("width=device-width, initial-scale=1")
public final class ConsoleShell implements AppShellConfigurator {
    private static final long serialVersionUID = 1L;
}

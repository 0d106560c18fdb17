package dev.rapport.e2e.console;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.rapport.e2e.support.RunningServer;

/** A site owner in the console, who knows it by what is written on it. */
final class Owner {
    private static final String NAME = "Ada";
    private static final String PASSWORD = "a few long words";

    private final Page page;
    private final RunningServer server;

    private Owner(Page page, RunningServer server) {
        this.page = page;
        this.server = server;
    }

    /** Makes the first account by the one-time link, which signs in. */
    static Owner first(BrowserContext context, RunningServer server) {
        Page page = context.newPage();
        page.navigate(server.adminLink());
        page.getByLabel("Name").fill(NAME);
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(PASSWORD);
        page.getByLabel("Password again").fill(PASSWORD);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Create account"))
                .click();
        return inside(page, server);
    }

    /** Signs in to the account of an earlier start. */
    static Owner again(BrowserContext context, RunningServer server) {
        Page page = context.newPage();
        page.navigate(server.consoleUrl() + "/");
        page.locator("input[name=username]").fill(NAME);
        page.locator("input[name=password]").fill(PASSWORD);
        page.keyboard().press("Enter");
        return inside(page, server);
    }

    private static Owner inside(Page page, RunningServer server) {
        page.waitForSelector("vaadin-app-layout");
        return new Owner(page, server);
    }

    Page page() {
        return page;
    }

    /** Opens a page of the console and waits until its heading is there. */
    Owner open(String path) {
        page.navigate(server.consoleUrl() + path);
        page.waitForSelector("vaadin-app-layout h1");
        page.waitForTimeout(500);
        return this;
    }

    /** The first button of this name. */
    Locator button(String name) {
        return page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .first();
    }

    /** The first field with this label. */
    Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true))
                .first();
    }
}

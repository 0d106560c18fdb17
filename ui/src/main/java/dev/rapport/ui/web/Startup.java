package dev.rapport.ui.web;

import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import dev.rapport.ui.access.AccessGuard;
import dev.rapport.ui.shell.ThemeSwitch;
import java.security.SecureRandom;
import java.util.Base64;
import org.jsoup.nodes.Element;

/** What every session gets: the guard, the page head with its policy, and messages for when the session ends. */
final class Startup implements VaadinServiceInitListener {
    private static final long serialVersionUID = 1L;
    private static final int NONCE_BYTES = 18;

    private final AccessGuard guard;
    private final SecureRandom random = new SecureRandom();

    Startup(AccessGuard guard) {
        this.guard = guard;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(init -> init.getUI().addBeforeEnterListener(guard));
        event.getSource().setSystemMessagesProvider(info -> {
            CustomizedSystemMessages messages = new CustomizedSystemMessages();
            // An ended session simply shows the sign-in page.
            messages.setSessionExpiredNotificationEnabled(false);
            messages.setInternalErrorCaption("That did not work");
            messages.setInternalErrorMessage("Press here or Escape to load the page again.");
            return messages;
        });
        event.addIndexHtmlRequestListener(this::head);
    }

    private void head(IndexHtmlResponse response) {
        byte[] bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        String nonce = Base64.getEncoder().encodeToString(bytes);
        Element head = response.getDocument().head();
        response.getDocument().getElementsByTag("html").attr("lang", "en");
        head.prependElement("script")
                .appendChild(new org.jsoup.nodes.DataNode("try{var t=localStorage.getItem('" + ThemeSwitch.KEY
                        + "');if(t)document.documentElement.style.colorScheme=t}catch(e){}"));
        head.appendElement("link")
                .attr("rel", "icon")
                .attr("href", "rapport.svg")
                .attr("type", "image/svg+xml");
        response.getDocument().getElementsByTag("script").attr("nonce", nonce);
        response.getVaadinResponse().setHeader("Content-Security-Policy", SecurityHeaders.page(nonce));
    }
}

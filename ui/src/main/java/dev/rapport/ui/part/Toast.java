package dev.rapport.ui.part;

import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;

/** Short messages in a corner. */
public final class Toast {
    private static final int SHORT = 4_000;
    private static final int LONG = 10_000;

    private Toast() {}

    /** Something was done. */
    public static void done(String text) {
        Notification.show(text, SHORT, Notification.Position.BOTTOM_END).addThemeVariants(NotificationVariant.SUCCESS);
    }

    /** Something was not done. */
    public static void failed(String text) {
        Notification.show(text, LONG, Notification.Position.BOTTOM_END).addThemeVariants(NotificationVariant.ERROR);
    }
}

package dev.rapport.ui.sites;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import dev.rapport.frame.Channel;
import dev.rapport.privacy.PrivacyPolicy;
import dev.rapport.privacy.PrivacyPolicy.Purpose;
import dev.rapport.ui.part.Panel;
import dev.rapport.ui.wording.SiteWords;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a site is for and what it may collect. A channel that the purpose rules out is off, with the reason. */
final class PrivacyFields {
    private final Select<Purpose> purpose = new Select<>();
    private final Map<Channel, Checkbox> channels = new EnumMap<>(Channel.class);
    private final Map<Channel, Span> reasons = new EnumMap<>(Channel.class);
    private final Set<Channel> wanted;

    PrivacyFields(PrivacyPolicy policy) {
        wanted = EnumSet.copyOf(policy.channels());
        purpose.setLabel("Visitors are");
        purpose.setItems(Purpose.values());
        purpose.setItemLabelGenerator(SiteWords::purpose);
        purpose.setHelperText("The server enforces what follows from this, whatever a page sends.");
        purpose.setValue(policy.purpose());
        for (Channel channel : Channel.values()) {
            Checkbox box = new Checkbox(SiteWords.channel(channel));
            box.addValueChangeListener(change -> {
                if (change.isFromClient()) {
                    boolean unused = change.getValue() ? wanted.add(channel) : wanted.remove(channel);
                }
            });
            channels.put(channel, box);
            Span reason = new Span();
            reason.addClassNames("quiet", "live-small");
            reasons.put(channel, reason);
        }
        purpose.addValueChangeListener(change -> refresh());
        refresh();
    }

    Panel panel() {
        Panel panel = new Panel("Privacy", purpose);
        channels.forEach((channel, box) -> {
            Div one = new Div(box, reasons.get(channel));
            one.addClassName("channel");
            panel.add(one);
        });
        return panel;
    }

    Select<Purpose> purpose() {
        return purpose;
    }

    PrivacyPolicy value() {
        Set<Channel> on = EnumSet.of(Channel.FRICTION);
        for (Channel channel : wanted) {
            if (SiteWords.refused(channel, purpose.getValue()).isEmpty()) {
                on.add(channel);
            }
        }
        return new PrivacyPolicy(purpose.getValue(), on);
    }

    void readOnly(boolean readOnly) {
        purpose.setReadOnly(readOnly);
        channels.values().forEach(box -> box.setReadOnly(readOnly));
    }

    private void refresh() {
        channels.forEach((channel, box) -> {
            Optional<String> refused = SiteWords.refused(channel, purpose.getValue());
            box.setEnabled(refused.isEmpty() && channel != Channel.FRICTION);
            box.setValue(refused.isEmpty() && (channel == Channel.FRICTION || wanted.contains(channel)));
            Span reason = reasons.get(channel);
            if (reason != null) {
                reason.setText(refused.map(why -> "Off. " + why).orElse(SiteWords.collected(channel)));
            }
        });
    }
}

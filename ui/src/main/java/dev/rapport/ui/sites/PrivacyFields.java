package dev.rapport.ui.sites;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import dev.rapport.frame.Channel;
import dev.rapport.privacy.Jurisdiction;
import dev.rapport.privacy.PrivacyPolicy;
import dev.rapport.privacy.PrivacyPolicy.Purpose;
import dev.rapport.ui.part.Panel;
import dev.rapport.ui.settings.Fields;
import dev.rapport.ui.wording.SiteWords;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a site is for, where its visitors are and what it may collect. A channel that purpose or place rules out is off, with the
 * reason; it comes back as it was when the reason goes.
 */
final class PrivacyFields {
    private static final List<Jurisdiction> PLACES = Arrays.stream(Jurisdiction.values())
            .filter(place -> place != Jurisdiction.UNSTATED)
            .toList();

    private final Select<Purpose> purpose = new Select<>();
    private final CheckboxGroup<Jurisdiction> places = new CheckboxGroup<>("Visitors may be in");
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
        places.setItems(PLACES);
        places.setItemLabelGenerator(SiteWords::place);
        places.setHelperText("Tick every place; a sense must be allowed in each. Nothing ticked: not stated.");
        places.setValue(stated(policy.jurisdictions()));
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
        places.addValueChangeListener(change -> refresh());
        refresh();
    }

    private static Set<Jurisdiction> stated(Set<Jurisdiction> places) {
        Set<Jurisdiction> stated = EnumSet.copyOf(places);
        stated.remove(Jurisdiction.UNSTATED);
        return stated;
    }

    Panel panel() {
        Panel panel = new Panel("Privacy", purpose, places);
        channels.forEach((channel, box) -> {
            Div one = new Div(box, reasons.get(channel));
            one.addClassName("channel");
            panel.add(one);
        });
        return panel;
    }

    void bind(Fields fields) {
        fields.bind("privacy", purpose);
        fields.bind("privacy.jurisdictions", places);
    }

    PrivacyPolicy value() {
        PrivacyPolicy chosen = new PrivacyPolicy(purpose.getValue(), places.getValue(), Set.of());
        Set<Channel> on = EnumSet.of(Channel.FRICTION);
        for (Channel channel : wanted) {
            if (SiteWords.refused(channel, chosen).isEmpty()) {
                on.add(channel);
            }
        }
        return new PrivacyPolicy(purpose.getValue(), places.getValue(), on);
    }

    void readOnly(boolean readOnly) {
        purpose.setReadOnly(readOnly);
        places.setReadOnly(readOnly);
        channels.values().forEach(box -> box.setReadOnly(readOnly));
    }

    private void refresh() {
        PrivacyPolicy chosen = new PrivacyPolicy(purpose.getValue(), places.getValue(), Set.of());
        channels.forEach((channel, box) -> {
            Optional<String> refused = SiteWords.refused(channel, chosen);
            box.setEnabled(refused.isEmpty() && channel != Channel.FRICTION);
            box.setValue(refused.isEmpty() && (channel == Channel.FRICTION || wanted.contains(channel)));
            Span reason = reasons.get(channel);
            if (reason != null) {
                reason.setText(refused.map(why -> "Off. " + why).orElse(SiteWords.collected(channel)));
            }
        });
    }
}

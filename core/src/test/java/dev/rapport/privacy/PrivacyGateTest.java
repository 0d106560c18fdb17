package dev.rapport.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapport.frame.Channel;
import dev.rapport.frame.SummaryField;
import dev.rapport.pipeline.Frames;
import dev.rapport.privacy.PrivacyPolicy.Purpose;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PrivacyGateTest {
    private static final Set<Channel> ALL = EnumSet.allOf(Channel.class);

    /** The documented matrix: f friction, t typing, p pointer, x text, a face, v voice, h heart, b body. */
    @ParameterizedTest
    @CsvSource({
        "UNSTATED,        f-------",
        "PUBLIC_CONSUMER, ftpxavhb",
        "BUSINESS_USERS,  ftpxavhb",
        "WORKPLACE,       f-------",
        "RECRUITMENT,     f-------",
        "EDUCATION,       f-------",
        "HEALTH,          ftpxavhb",
        "CHILDREN,        f-------",
        "PUBLIC_SERVICE,  ftpxavhb",
    })
    void withEverythingSwitchedOnThePurposeDecides(Purpose purpose, String allowed) {
        Set<Channel> expected = EnumSet.noneOf(Channel.class);
        for (Channel channel : Channel.values()) {
            if (allowed.charAt(channel.ordinal()) != '-') {
                expected.add(channel);
            }
        }
        assertEquals(expected, PrivacyGate.granted(new PrivacyPolicy(purpose, ALL), ALL));
    }

    @ParameterizedTest
    @EnumSource(Purpose.class)
    void whatTheOwnerLeftOffIsNotGranted(Purpose purpose) {
        assertEquals(Set.of(Channel.FRICTION), PrivacyGate.granted(new PrivacyPolicy(purpose, Set.of()), ALL));
    }

    @ParameterizedTest
    @EnumSource(Purpose.class)
    void whatTheVisitorDidNotAgreeToIsNotGranted(Purpose purpose) {
        assertEquals(Set.of(Channel.FRICTION), PrivacyGate.granted(new PrivacyPolicy(purpose, ALL), Set.of()));
    }

    @ParameterizedTest
    @EnumSource(SummaryField.class)
    void aNumberOfAChannelThatIsNotGrantedOversteps(SummaryField field) {
        assertEquals(
                field.channel() != Channel.FRICTION,
                PrivacyGate.oversteps(Frames.at(0).with(field, 1).frame(), Set.of(Channel.FRICTION)));
    }

    @ParameterizedTest
    @EnumSource(SummaryField.class)
    void aNumberOfAGrantedChannelDoesNot(SummaryField field) {
        assertFalse(PrivacyGate.oversteps(
                Frames.at(0).with(field, 1).frame(), EnumSet.of(Channel.FRICTION, field.channel())));
    }

    @Test
    void zerosNeverOverstep() {
        assertTrue(!PrivacyGate.oversteps(Frames.at(0).frame(), Set.of()));
    }
}

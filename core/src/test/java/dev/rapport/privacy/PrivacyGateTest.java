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
import org.junit.jupiter.params.provider.EnumSource;

class PrivacyGateTest {
    private static final Set<Channel> ALL = EnumSet.allOf(Channel.class);

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
    void theChannelsThatOverstepAreNamed() {
        var frame = Frames.at(0)
                .with(SummaryField.KEY_GAPS, 1)
                .with(SummaryField.FACE_SAMPLES, 1)
                .with(SummaryField.CLICKS, 1)
                .frame();
        assertEquals(
                Set.of(Channel.FACE), PrivacyGate.overstepped(frame, EnumSet.of(Channel.FRICTION, Channel.TYPING)));
    }

    @Test
    void zerosNeverOverstep() {
        assertTrue(!PrivacyGate.oversteps(Frames.at(0).frame(), Set.of()));
    }
}

package dev.rapport.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.rapport.frame.Channel;
import dev.rapport.frame.Hello;
import dev.rapport.session.Device;
import dev.rapport.session.Visit;
import dev.rapport.settings.InMemorySettingsStore;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AdmissionTest {
    private static final String ORIGIN = "https://shop.example";
    private static final String SESSION = "session-0123456789";

    private final Clock clock = Clock.fixed(Visits.START, ZoneOffset.UTC);
    private final InMemorySettingsStore store = new InMemorySettingsStore(clock);
    private final Admission admission = new Admission(store, (site, visitor) -> site + "~" + visitor, clock);

    AdmissionTest() {
        store.save(Sites.shop(), "test");
    }

    private static Hello hello(String key, @Nullable String visitor) {
        return new Hello(
                key, SESSION, visitor, "/", "de-AT", Device.TOUCH, true, EnumSet.allOf(Channel.class), false, Map.of());
    }

    private Visit visit(@Nullable String visitor) {
        return assertInstanceOf(Admission.Result.Admitted.class, admission.admit(hello(Sites.KEY, visitor), ORIGIN))
                .visit();
    }

    @Test
    void anUnknownKeyIsTurnedAway() {
        assertEquals(new Admission.Result.UnknownKey(), admission.admit(hello("nobodys-key", null), ORIGIN));
    }

    @Test
    void anOriginThatIsNotListedIsTurnedAway() {
        assertEquals(
                new Admission.Result.OriginNotListed("https://shop.example.evil.example"),
                admission.admit(hello(Sites.KEY, null), "https://shop.example.evil.example"));
    }

    @Test
    void noOriginIsTurnedAway() {
        assertEquals(new Admission.Result.OriginNotListed("none"), admission.admit(hello(Sites.KEY, null), null));
    }

    @Test
    void onlyChannelsOfBothSidesAreOpen() {
        assertEquals(Set.of(Channel.FRICTION, Channel.POINTER), visit(null).channels());
    }

    @Test
    void aVisitorWithStorageIsTheUnitAsAHash() {
        assertEquals("demo-shop~visitor-0123456789", visit("visitor-0123456789").unit());
    }

    @Test
    void aVisitorWithoutStorageHasTheSessionAsUnit() {
        assertEquals(SESSION, visit(null).unit());
    }

    @Test
    void theVisitBeginsNowInALowerCaseLanguage() {
        assertEquals(
                new Visit(
                        "demo-shop",
                        SESSION,
                        SESSION,
                        Device.TOUCH,
                        "de-at",
                        true,
                        Set.of(Channel.FRICTION, Channel.POINTER),
                        false,
                        Map.of(),
                        Visits.START),
                visit(null));
    }
}

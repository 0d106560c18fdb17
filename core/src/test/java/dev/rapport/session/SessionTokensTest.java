package dev.rapport.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapport.pipeline.SettableClock;
import dev.rapport.session.SessionTokens.Claim;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A visit is taken up again by the page it was given to, and by nobody else. */
class SessionTokensTest {
    private static final Instant START = Instant.parse("2026-03-01T10:00:30Z");
    private static final String SITE = "shop-key-0001";
    private static final String ORIGIN = "https://shop.example";
    private static final String ID = "0123456789abcdef0123";

    private final SettableClock clock = new SettableClock(START);
    private final List<KeyRing.Key> keys = new ArrayList<>(List.of(key(1, START.minus(KeyRing.ANNOUNCED))));
    private final SessionTokens tokens = new SessionTokens(() -> keys, clock);

    private static KeyRing.Key key(int number, Instant madeAt) {
        return new KeyRing.Key(number, KeyRing.Key.freshSecret(), madeAt);
    }

    private String opened() {
        return assertInstanceOf(Claim.Opened.class, tokens.read(ID, SITE, ORIGIN))
                .name();
    }

    private String given() {
        return tokens.seal(opened(), SITE, ORIGIN);
    }

    @Test
    void whatWasGivenContinuesTheVisit() {
        assertEquals(new Claim.Continued(opened()), tokens.read(given(), SITE, ORIGIN));
    }

    @Test
    void thePageThatNeverHeardItsWelcomeOpensTheSameVisitAgain() {
        assertEquals(opened(), opened());
    }

    @Test
    void theNameAloneOpensAnotherVisit() {
        assertNotEquals(new Claim.Opened(opened()), tokens.read(opened(), SITE, ORIGIN));
    }

    @Test
    void theTokenOfAnotherSiteIsForged() {
        assertEquals(new Claim.Forged(), tokens.read(given(), "other-key-0001", ORIGIN));
    }

    @Test
    void theTokenOfAnotherOriginIsForged() {
        assertEquals(new Claim.Forged(), tokens.read(given(), SITE, "https://other.example"));
    }

    @Test
    void everySingleChangedCharacterIsForgedOrAnotherVisit() {
        String given = given();
        for (int i = 0; i < given.length(); i++) {
            char other = given.charAt(i) == 'A' ? 'B' : 'A';
            String changed = given.substring(0, i) + other + given.substring(i + 1);

            Claim claim = tokens.read(changed, SITE, ORIGIN);

            assertFalse(claim instanceof Claim.Continued, "character " + i + " of " + given);
            assertNotEquals(opened(), claim instanceof Claim.Expired e ? e.name() : "");
        }
    }

    @Test
    void anExpiredTokenGoesOnUnderAnotherName() {
        String given = given();
        clock.set(START.plus(SessionTokens.LIFE).plusSeconds(60));

        Claim claim = tokens.read(given, SITE, ORIGIN);

        assertNotEquals(opened(), assertInstanceOf(Claim.Expired.class, claim).name());
    }

    @Test
    void aTokenIsGoodUntilShortOfItsLife() {
        String given = given();
        clock.set(START.plus(SessionTokens.LIFE).minusSeconds(60));

        assertInstanceOf(Claim.Continued.class, tokens.read(given, SITE, ORIGIN));
    }

    @Test
    void aNewKeySealsOnceEveryNodeHasHeardOfItAndTheOldOneStillOpens() {
        String before = given();
        keys.addFirst(key(2, START));
        assertTrue(given().endsWith("1"));

        clock.set(START.plus(KeyRing.ANNOUNCED));

        assertTrue(given().endsWith("2"));
        assertInstanceOf(Claim.Continued.class, tokens.read(before, SITE, ORIGIN));
        assertInstanceOf(Claim.Continued.class, tokens.read(given(), SITE, ORIGIN));
    }

    @Test
    void aKeyThatIsGoneOpensNothing() {
        String before = given();
        keys.set(0, key(2, START.minus(KeyRing.ANNOUNCED)));

        Claim claim = tokens.read(before, SITE, ORIGIN);

        assertNotEquals(opened(), assertInstanceOf(Claim.Expired.class, claim).name());
    }

    @Test
    void aKeySaysNothingOfItsSecret() {
        assertEquals(
                "key 1 of " + START.minus(KeyRing.ANNOUNCED), keys.getFirst().toString());
    }

    @Test
    void whatAPageSaysFitsItsField() {
        keys.set(0, key(2_000_000_000, START.minus(KeyRing.ANNOUNCED)));

        assertTrue(given().length() <= 64, () -> given().length() + " characters");
        assertInstanceOf(Claim.Continued.class, tokens.read(given(), SITE, ORIGIN));
    }
}

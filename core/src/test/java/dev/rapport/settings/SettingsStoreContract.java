package dev.rapport.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What every settings store must do. Subclass it and give an empty store for each test. */
public abstract class SettingsStoreContract {
    /** An empty store. */
    protected abstract SettingsStore emptyStore() throws Exception;

    @Test
    void anEmptyStoreKnowsNoSite() throws Exception {
        SettingsStore store = emptyStore();

        assertEquals(List.of(), store.all());
        assertEquals(Optional.empty(), store.bySite("shop"));
        assertEquals(Optional.empty(), store.byKey("shop-key-0001"));
        assertEquals(List.of(), store.history("shop", 10));
    }

    @Test
    void whatWasSavedIsFoundBySiteAndKey() throws Exception {
        SettingsStore store = emptyStore();
        SiteSettings shop = SampleSettings.site("shop");

        store.save(shop, "ada");

        assertEquals(Optional.of(shop), store.bySite("shop"));
        assertEquals(Optional.of(shop), store.byKey(shop.siteKey()));
    }

    @Test
    void sitesComeOrderedById() throws Exception {
        SettingsStore store = emptyStore();

        for (String site : List.of("c-site", "a-site", "b-site")) {
            store.save(SampleSettings.site(site), "ada");
        }

        assertEquals(
                List.of("a-site", "b-site", "c-site"),
                store.all().stream().map(SiteSettings::site).toList());
    }

    @Test
    void aNewVersionReplacesTheOldAndStaysInTheHistory() throws Exception {
        SettingsStore store = emptyStore();
        store.save(SampleSettings.site("shop"), "ada");

        store.save(SampleSettings.version("shop", 2, "Second"), "bob");

        assertEquals("Second", store.bySite("shop").orElseThrow().name());
        List<SettingsStore.Revision> history = store.history("shop", 10);
        assertEquals(
                List.of("bob", "ada"),
                history.stream().map(SettingsStore.Revision::by).toList());
        assertEquals(
                List.of(2L, 1L),
                history.stream().map(r -> r.settings().version()).toList());
        assertEquals(1, store.history("shop", 1).size());
    }

    @Test
    void aSaveOverSomebodyElsesChangeIsRefused() throws Exception {
        SettingsStore store = emptyStore();
        store.save(SampleSettings.site("shop"), "ada");

        assertThrows(StaleSettingsException.class, () -> store.save(SampleSettings.site("shop"), "bob"));
        assertThrows(StaleSettingsException.class, () -> store.save(SampleSettings.version("shop", 3, "Jump"), "bob"));

        assertEquals("Site shop", store.bySite("shop").orElseThrow().name());
    }

    @Test
    void invalidSettingsAreRefusedWithTheirPathAndNotKept() throws Exception {
        SettingsStore store = emptyStore();
        SiteSettings broken = SampleSettings.withHints(SampleSettings.site("shop"), List.of());

        InvalidSettingsException e = assertThrows(InvalidSettingsException.class, () -> store.save(broken, "ada"));

        assertTrue(e.problems().stream().anyMatch(p -> p.path().equals("rules[0].hint")), e.getMessage());
        assertEquals(Optional.empty(), store.bySite("shop"));
    }

    @Test
    void aKeyOfAnotherSiteIsRefused() throws Exception {
        SettingsStore store = emptyStore();
        SiteSettings shop = SampleSettings.site("shop");
        store.save(shop, "ada");
        SiteSettings thief = new SiteSettings(
                "thief",
                1,
                "Thief",
                shop.siteKey(),
                shop.origins(),
                shop.defaultLanguage(),
                shop.privacy(),
                shop.pacing(),
                shop.holdout(),
                shop.suspended(),
                shop.hints(),
                shop.rules(),
                shop.experiments());

        InvalidSettingsException e = assertThrows(InvalidSettingsException.class, () -> store.save(thief, "eve"));

        assertEquals("siteKey", e.problems().getFirst().path());
        assertEquals("shop", store.byKey(shop.siteKey()).orElseThrow().site());
    }

    @Test
    void aChangedKeyReplacesTheOldOne() throws Exception {
        SettingsStore store = emptyStore();
        SiteSettings shop = SampleSettings.site("shop");
        store.save(shop, "ada");
        SiteSettings rekeyed = new SiteSettings(
                "shop",
                2,
                shop.name(),
                "another-key-0002",
                shop.origins(),
                shop.defaultLanguage(),
                shop.privacy(),
                shop.pacing(),
                shop.holdout(),
                shop.suspended(),
                shop.hints(),
                shop.rules(),
                shop.experiments());

        store.save(rekeyed, "ada");

        assertEquals(Optional.empty(), store.byKey(shop.siteKey()));
        assertEquals(Optional.of(rekeyed), store.byKey("another-key-0002"));
    }

    @Test
    void watchersHearOfEachSaveUntilTheyClose() throws Exception {
        SettingsStore store = emptyStore();
        List<Long> heard = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch two = new CountDownLatch(2);
        AutoCloseable watch = store.watch(settings -> {
            heard.add(settings.version());
            two.countDown();
        });
        store.save(SampleSettings.site("shop"), "ada");
        store.save(SampleSettings.version("shop", 2, "Second"), "ada");
        assertTrue(two.await(5, TimeUnit.SECONDS), "heard " + heard);

        watch.close();
        store.save(SampleSettings.version("shop", 3, "Third"), "ada");

        assertEquals(3, store.bySite("shop").orElseThrow().version());
        assertEquals(List.of(1L, 2L), heard);
    }

    @Test
    void ofSeveralSavesAtOnceExactlyOneWins() throws Exception {
        SettingsStore store = emptyStore();
        store.save(SampleSettings.site("shop"), "ada");
        AtomicInteger stale = new AtomicInteger();
        int writers = 6;

        try (ExecutorService threads = Executors.newFixedThreadPool(writers)) {
            for (int i = 0; i < writers; i++) {
                String name = "Writer " + i;
                threads.execute(() -> {
                    try {
                        store.save(SampleSettings.version("shop", 2, name), name);
                    } catch (StaleSettingsException e) {
                        stale.incrementAndGet();
                    }
                });
            }
        }

        assertEquals(writers - 1, stale.get());
        assertEquals(2, store.history("shop", 10).size());
    }
}

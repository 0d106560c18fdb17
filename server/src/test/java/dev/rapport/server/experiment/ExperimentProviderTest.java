package dev.rapport.server.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.openfeature.sdk.Client;
import dev.openfeature.sdk.ErrorCode;
import dev.openfeature.sdk.FlagEvaluationDetails;
import dev.openfeature.sdk.ImmutableContext;
import dev.openfeature.sdk.OpenFeatureAPI;
import dev.openfeature.sdk.Value;
import dev.rapport.experiment.Assigner;
import dev.rapport.experiment.Experiment;
import dev.rapport.session.Device;
import dev.rapport.session.Visit;
import dev.rapport.settings.DemoSettings;
import dev.rapport.settings.SiteSettings;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExperimentProviderTest {
    private static final SiteSettings SITE = DemoSettings.of(Set.of("https://shop.example"), Instant.EPOCH);
    private static final Experiment EXPERIMENT = SITE.experiments().getFirst();

    private static Client client(Optional<SiteSettings> settings) {
        OpenFeatureAPI api = OpenFeatureAPI.getInstance();
        String domain = "test-" + settings.isPresent();
        api.setProviderAndWait(domain, new ExperimentProvider(() -> settings));
        return api.getClient(domain);
    }

    private static Visit visit(String unit) {
        return new Visit(SITE.site(), unit, unit, Device.MOUSE, "en", false, Set.of(), false, Map.of(), Instant.EPOCH);
    }

    @Test
    void everyUnitGetsTheArmThatItsPageGets() {
        Client client = client(Optional.of(SITE));
        int[] seen = new int[2];
        for (int i = 0; i < 500; i++) {
            String unit = "visitor-ä-" + i;
            boolean heldOut =
                    Assigner.holdout(SITE.site(), SITE.holdout(), visit(unit)).isPresent();
            String wanted = heldOut
                    ? "held-out"
                    : Assigner.assign(EXPERIMENT, visit(unit)).orElseThrow().variation();
            String got = client.getStringValue(EXPERIMENT.id(), "none", new ImmutableContext(unit));
            assertEquals(wanted, got);
            assertEquals(
                    !heldOut && !wanted.equals("control"),
                    client.getBooleanValue(EXPERIMENT.id(), false, new ImmutableContext(unit)));
            seen[wanted.equals("control") ? 0 : 1]++;
        }
        assertTrue(seen[0] > 150 && seen[1] > 150);
    }

    @Test
    void anAttributeForcesAVariation() {
        FlagEvaluationDetails<String> details = client(Optional.of(SITE))
                .getStringDetails(
                        EXPERIMENT.id(),
                        "none",
                        new ImmutableContext("ann", Map.of(EXPERIMENT.id(), new Value("control"))));

        assertEquals("control", details.getValue());
        assertEquals("TARGETING_MATCH", details.getReason());
    }

    @Test
    void whatCannotBeAnsweredIsTheDefaultWithItsReason() {
        Client client = client(Optional.of(SITE));

        assertEquals(
                ErrorCode.FLAG_NOT_FOUND,
                client.getStringDetails("nothing", "x", new ImmutableContext("ann"))
                        .getErrorCode());
        assertEquals(
                ErrorCode.TARGETING_KEY_MISSING,
                client.getStringDetails(EXPERIMENT.id(), "x", new ImmutableContext())
                        .getErrorCode());
        assertEquals(
                ErrorCode.TYPE_MISMATCH,
                client.getIntegerDetails(EXPERIMENT.id(), 3, new ImmutableContext("ann"))
                        .getErrorCode());
        assertEquals("x", client(Optional.empty()).getStringValue(EXPERIMENT.id(), "x", new ImmutableContext("ann")));
    }
}

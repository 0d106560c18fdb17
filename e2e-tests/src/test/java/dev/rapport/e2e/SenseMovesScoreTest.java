package dev.rapport.e2e;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapport.e2e.support.Actor;
import dev.rapport.e2e.support.RunningServer;
import dev.rapport.evidence.Sense;
import dev.rapport.pipeline.LiveSessions.Live;
import dev.rapport.scoring.LogOdds;
import dev.rapport.scoring.Score;
import dev.rapport.ui.wording.OutcomeWords;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * What a made-up device measures reaches the real server and moves the score the right way: as usual it adds little, roused
 * it adds more and is named as a reason. Each sense has a browser of its own; two are played at the same time, since most of it
 * is waiting.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
class SenseMovesScoreTest {
    private static final String STUDIO = "senses-demo";

    private final RunningServer server = new RunningServer();

    @AfterAll
    void close() {
        server.close();
    }

    /** The newest known score to which this sense was heard. */
    private Optional<Score.Known> heard(Sense sense) {
        return server.live().list(STUDIO, Duration.ofMinutes(1), 100).stream()
                .map(Live::outcome)
                .flatMap(outcome -> OutcomeWords.score(outcome).stream())
                .filter(Score.Known.class::isInstance)
                .map(Score.Known.class::cast)
                .filter(known -> known.senses().stream().anyMatch(one -> one.cause() == sense))
                .findFirst();
    }

    /** Log-odds by which the senses raised the score. */
    private static double rise(Score.Known known) {
        return LogOdds.of(known.probability()) - LogOdds.of(known.friction());
    }

    private void movesTheScore(Sense sense) {
        try (Actor actor = new Actor(sense.name().toLowerCase(Locale.ROOT), server.publicUrl())) {
            actor.until("usual");
            double usual = rise(heard(sense).orElseThrow(() -> new AssertionError("nothing of it reached the server")));
            actor.until("roused");
            Score.Known roused = heard(sense).orElseThrow();
            assertTrue(
                    rise(roused) > usual + 0.05,
                    () -> "roused adds " + rise(roused) + " log-odds, as usual " + usual + ": " + roused);
            assertTrue(
                    rise(roused) <= sense.most() + 1e-3,
                    () -> "it adds more than it may: " + rise(roused) + " of " + sense.most());
            assertTrue(
                    roused.reasons().stream().anyMatch(reason -> reason.cause() == sense),
                    () -> "it is not named: " + roused.reasons());
            actor.until("stopped");
        }
    }

    @Test
    void annoyedWordsDo() {
        movesTheScore(Sense.TEXT);
    }

    @Test
    void aRaisedVoiceDoes() {
        movesTheScore(Sense.VOICE);
    }

    @Test
    void tightenedBrowsDo() {
        movesTheScore(Sense.FACE);
    }

    @Test
    void aFasterPulseDoes() {
        movesTheScore(Sense.HEART);
    }

    @Test
    void aShakenDeviceDoes() {
        movesTheScore(Sense.BODY);
    }
}

package dev.rapport.server.bench;

import dev.rapport.feature.Baseline;
import dev.rapport.feature.Window;
import dev.rapport.frame.Channel;
import dev.rapport.frame.Frame;
import dev.rapport.journal.JournalEntry;
import dev.rapport.pipeline.SessionPipeline;
import dev.rapport.scoring.Model;
import dev.rapport.scoring.Scorer;
import dev.rapport.server.simulate.SampleVisit;
import dev.rapport.session.Device;
import dev.rapport.session.Visit;
import dev.rapport.settings.DemoSettings;
import dev.rapport.settings.SiteSettings;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What simulated visits leave behind, made by the real pipeline and model, for the benches of one part. */
final class LivedVisits {
    private static final Instant START = Instant.parse("2026-01-05T12:00:00Z");

    private LivedVisits() {}

    /** Entries of {@code visits} visits of {@code frames} frames each, a frame of every visit in turn, as a server gets them. */
    static List<JournalEntry> entries(Model model, String prefix, int visits, int frames) {
        SiteSettings site = DemoSettings.of(Set.of(ProductTarget.ORIGIN), START);
        Clock late = Clock.fixed(START.plusSeconds(frames), ZoneOffset.UTC);
        List<SessionPipeline> pipelines = new ArrayList<>();
        List<List<Frame>> sent = new ArrayList<>();
        for (int i = 0; i < visits; i++) {
            pipelines.add(new SessionPipeline(visit(prefix + i), () -> site, new Scorer(model), late, 0));
            sent.add(SampleVisit.frames(frames, i));
        }
        List<JournalEntry> entries = new ArrayList<>(visits * frames);
        for (int f = 0; f < frames; f++) {
            for (int i = 0; i < visits; i++) {
                Frame frame = sent.get(i).get(f);
                SessionPipeline pipeline = pipelines.get(i);
                entries.add(new JournalEntry(
                        pipeline.visit(), frame, pipeline.accept(frame), START.plusSeconds(frame.second())));
            }
        }
        return entries;
    }

    /** Questions to the model from the middle of as many visits; each has enough evidence to be asked. */
    static List<Scorer.Question> questions(int count) {
        List<Scorer.Question> questions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Window window = new Window();
            Baseline baseline = new Baseline();
            for (Frame frame : SampleVisit.frames(60, i)) {
                window.add(frame);
                baseline.learn(frame);
            }
            questions.add(Scorer.question(window, baseline));
        }
        return questions;
    }

    private static Visit visit(String session) {
        return new Visit(
                DemoSettings.SITE,
                session,
                session,
                Device.MOUSE,
                "en",
                false,
                Set.of(Channel.FRICTION),
                true,
                Map.of(),
                START);
    }
}

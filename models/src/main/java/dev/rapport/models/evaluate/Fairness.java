package dev.rapport.models.evaluate;

import dev.rapport.frame.Channel;
import dev.rapport.models.onnx.Network;
import dev.rapport.models.recording.RecordedVisit;
import dev.rapport.models.train.Replay;
import dev.rapport.models.train.Replayed;
import dev.rapport.models.train.Scored;
import java.util.EnumSet;
import java.util.List;

/** The twelve fairness tests, each with its number and whether its bar is met. */
public final class Fairness {
    private final PersonaTests personas;
    private final VisitTests visits;
    private final DriftTests drift;

    /**
     * The tests.
     *
     * @param judged held-out visits
     * @param network the shipped model's numbers
     * @param threshold the shipped threshold
     * @param still calm visits of a steady hand, scored by the shipped model; empty when not recorded
     * @param shaking the same visits with tremor added, one list after the other
     */
    public Fairness(List<Judged> judged, Network network, double threshold, List<Scored> still, List<Scored> shaking) {
        this.personas = new PersonaTests(judged);
        this.visits = new VisitTests(judged, network, threshold, still, shaking);
        this.drift = new DriftTests(judged, network);
    }

    /** All twelve, in order. */
    public List<Verdict> verdicts() {
        return List.of(
                personas.calmRate(),
                personas.hitRate(),
                personas.exposure(),
                visits.scale(),
                visits.tremor(),
                visits.missing(),
                visits.coldStart(),
                visits.zoom(),
                personas.crossed(),
                personas.sameDefect(),
                personas.selfReports(),
                drift.monitor());
    }

    /** The section. */
    public static String markdown(List<Verdict> verdicts) {
        Table table = new Table("test", "what", "bar", "number", "met");
        verdicts.forEach(v -> table.row(v.id(), v.test(), v.bar(), v.number(), v.met() ? "yes" : "**no**"));
        return "## Fairness\n\nPrinted by `./rapport evaluate fairness`, on visits scored by models that saw neither their page kind nor"
                + " their persona; intervals are 95 % bootstrap over visits.\n\n"
                + table.markdown();
    }

    /** Visits replayed and scored by the shipped numbers. */
    public static List<Scored> scored(List<RecordedVisit> visits, Network network) {
        List<Replayed> replayed = Replay.all(visits, EnumSet.allOf(Channel.class));
        return Scored.all(replayed, network);
    }
}

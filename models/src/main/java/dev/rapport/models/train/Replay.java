package dev.rapport.models.train;

import dev.rapport.feature.Baseline;
import dev.rapport.feature.Feature;
import dev.rapport.feature.FeatureVector;
import dev.rapport.feature.Window;
import dev.rapport.frame.Channel;
import dev.rapport.frame.ClientMessage;
import dev.rapport.frame.Frame;
import dev.rapport.frame.FrameCodec;
import dev.rapport.frame.MalformedFrameException;
import dev.rapport.frame.Summary;
import dev.rapport.frame.SummaryField;
import dev.rapport.models.recording.Recorded;
import dev.rapport.models.recording.RecordedVisit;
import dev.rapport.models.recording.RecordingException;
import dev.rapport.models.recording.Truth;
import dev.rapport.scoring.Model;
import dev.rapport.scoring.Score;
import dev.rapport.scoring.Scorer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Sends recorded frames through the live codec, window, baseline, feature vector and scorer: there is no second
 * implementation of any of them. Moments are labelled from the recorded truth.
 */
public final class Replay {
    /** A detector can know nothing before the first futile click is 1.2 s old, seconds. */
    public static final double LEARNED_FROM = 1.2;
    /** The frame of the last futile act may still be on its way when the visitor is through, seconds. */
    public static final double GRACE = 3;
    /** Evidence fades with a half-life of 8 s; so long after a struggle a moment is neither calm nor struggling, seconds. */
    public static final double FADING = 16;

    private static final Model INDIFFERENT = features -> new Model.Prediction(0.5, new float[Feature.COUNT]);

    private Replay() {}

    /** All visits, in order, seen through {@code channels} only. */
    public static List<Replayed> all(List<RecordedVisit> visits, Set<Channel> channels) {
        List<Replayed> replayed = new ArrayList<>();
        for (RecordedVisit visit : visits) {
            replayed.add(one(visit, channels));
        }
        return replayed;
    }

    /** All visits as they would be scored had every frame been {@code changed}; labels stay where the frames were. */
    public static List<Replayed> all(List<RecordedVisit> visits, UnaryOperator<Frame> changed) {
        return visits.stream().map(visit -> one(visit, changed)).toList();
    }

    /** One visit; a frame that the live codec refuses is a {@link RecordingException}. */
    public static Replayed one(RecordedVisit visit, Set<Channel> channels) {
        return one(visit, frame -> masked(frame, channels));
    }

    private static Replayed one(RecordedVisit visit, UnaryOperator<Frame> changed) {
        Window window = new Window();
        Baseline baseline = new Baseline();
        Scorer scorer = new Scorer(INDIFFERENT);
        List<Moment> moments = new ArrayList<>();
        for (Recorded recorded : visit.frames()) {
            Frame frame = changed.apply(decode(visit, recorded));
            window.add(frame);
            baseline.learn(frame);
            float[] features = FeatureVector.of(window, baseline);
            boolean enough = scorer.score(features, window) instanceof Score.Known;
            moments.add(new Moment(recorded.at(), features, enough, label(visit.truths(), recorded.at())));
        }
        return new Replayed(visit, moments);
    }

    /** A recorded frame; one that the live codec refuses is a {@link RecordingException} that names visit and time. */
    public static Frame decode(RecordedVisit visit, Recorded recorded) {
        try {
            ClientMessage message = FrameCodec.decode(recorded.bytes());
            if (message instanceof Frame frame) {
                return frame;
            }
            throw new RecordingException(
                    "visit " + visit.id() + " at " + recorded.at() + " s holds a hello among its frames");
        } catch (MalformedFrameException e) {
            throw new RecordingException(
                    "visit " + visit.id() + " at " + recorded.at() + " s holds a frame that this build does"
                            + " not read (" + e.getMessage() + "); record again with 'rapport corpus record'");
        }
    }

    private static Frame masked(Frame frame, Set<Channel> channels) {
        int[] values = frame.summary().toArray();
        for (SummaryField field : SummaryField.values()) {
            if (!channels.contains(field.channel())) {
                values[field.ordinal()] = 0;
            }
        }
        return new Frame(
                frame.sequence(),
                frame.second(),
                frame.page(),
                frame.state(),
                Summary.of(values),
                frame.signals(),
                frame.events());
    }

    private static Moment.Label label(List<Truth> truths, double at) {
        Moment.Label label = Moment.Label.CALM;
        for (Truth truth : truths) {
            if (at >= truth.from() + LEARNED_FROM && at <= truth.to() + GRACE / 2) {
                return Moment.Label.STRUGGLING;
            }
            if (at >= truth.from() && at <= truth.to() + FADING) {
                label = Moment.Label.BETWEEN;
            }
        }
        return label;
    }
}

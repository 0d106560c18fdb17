package dev.rapport.journal;

import dev.rapport.evidence.Sense;
import dev.rapport.experiment.Assignment;
import dev.rapport.feature.Cause;
import dev.rapport.feature.Feature;
import dev.rapport.hint.Action;
import dev.rapport.hint.Anchor;
import dev.rapport.hint.Hint;
import dev.rapport.hint.HintIntent;
import dev.rapport.hint.HintKind;
import dev.rapport.hint.HintText;
import dev.rapport.pacing.Pacing;
import dev.rapport.pipeline.Outcome;
import dev.rapport.scoring.Score;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what {@link OutcomeWriter} wrote. */
final class OutcomeReader {
    private final EntryReader in;

    OutcomeReader(EntryReader in) {
        this.in = in;
    }

    Outcome outcome() throws IOException {
        int code = in.small();
        return switch (code) {
            case OutcomeWriter.DUPLICATE -> new Outcome.Duplicate();
            case OutcomeWriter.REFUSED -> new Outcome.Refused(in.named(Outcome.Refusal.class, in.text()));
            case OutcomeWriter.WARMING_UP -> warmingUp();
            case OutcomeWriter.NO_RULE_MATCHED -> new Outcome.NoRuleMatched(score());
            case OutcomeWriter.PACED -> new Outcome.Paced(score(), match(), in.named(Pacing.Pause.class, in.text()));
            case OutcomeWriter.HELD_OUT -> heldOut();
            case OutcomeWriter.SHOWN -> new Outcome.Shown(score(), match(), assignment(), hint());
            default -> throw new MalformedEntryException("journal entry has unknown outcome " + code);
        };
    }

    private Outcome warmingUp() throws IOException {
        if (score() instanceof Score.Unknown unknown) {
            return new Outcome.WarmingUp(unknown);
        }
        throw new MalformedEntryException("journal entry is warming up with a known score");
    }

    private Outcome heldOut() throws IOException {
        Score score = score();
        Outcome.Match match = match();
        Assignment assignment = assignment();
        if (assignment == null) {
            throw new MalformedEntryException("journal entry is held out without an arm");
        }
        return new Outcome.HeldOut(score, match, assignment);
    }

    private Score score() throws IOException {
        in.start();
        if (!in.more()) {
            throw new MalformedEntryException("journal entry has an empty score");
        }
        if (in.isText()) {
            Score unknown = new Score.Unknown(in.currentText());
            in.end();
            return unknown;
        }
        double probability = in.currentNumber();
        double certainty = in.number();
        double friction = probability;
        List<Score.Reason> reasons = new ArrayList<>();
        List<Score.Reason> senses = new ArrayList<>();
        List<Score.Reason> into = reasons;
        while (in.more()) {
            String name = in.currentText();
            if (name.equals(OutcomeWriter.FRICTION)) {
                friction = in.number();
                into = senses;
            } else {
                into.add(new Score.Reason(cause(name), in.number()));
            }
        }
        return new Score.Known(probability, certainty, reasons, friction, senses);
    }

    private Cause cause(String name) throws IOException {
        for (Sense sense : Sense.values()) {
            if (sense.name().equals(name)) {
                return sense;
            }
        }
        return in.named(Feature.class, name);
    }

    private Outcome.Match match() throws IOException {
        return new Outcome.Match(in.text(), in.text(), in.text());
    }

    private @Nullable Assignment assignment() throws IOException {
        in.start();
        if (!in.more()) {
            return null;
        }
        Assignment assignment = new Assignment(in.currentText(), in.text(), in.flag(), in.flag());
        in.end();
        return assignment;
    }

    private Hint hint() throws IOException {
        return new Hint(
                in.text(),
                in.text(),
                in.named(HintKind.class, in.text()),
                in.named(HintIntent.class, in.text()),
                anchor(),
                action(),
                texts());
    }

    private Anchor anchor() throws IOException {
        in.start();
        String type = in.text();
        Anchor anchor = switch (type) {
            case "element" -> new Anchor.TroubledElement();
            case "page" -> new Anchor.Page();
            case "selector" -> new Anchor.Selector(in.text());
            default -> throw new MalformedEntryException("journal entry has unknown anchor " + type);
        };
        in.end();
        return anchor;
    }

    private Action action() throws IOException {
        in.start();
        String type = in.text();
        Action action = switch (type) {
            case "close" -> new Action.Close();
            case "handoff" -> new Action.HandOff();
            case "link" -> new Action.Link(in.text());
            case "verb" -> new Action.Verb(in.text());
            default -> throw new MalformedEntryException("journal entry has unknown action " + type);
        };
        in.end();
        return action;
    }

    private Map<String, HintText> texts() throws IOException {
        Map<String, HintText> texts = new HashMap<>();
        in.start();
        while (in.more()) {
            String language = in.currentText();
            String title = in.text();
            String body = in.text();
            String action = in.text();
            List<String> choices = new ArrayList<>();
            in.start();
            while (in.more()) {
                choices.add(in.currentText());
            }
            texts.put(language, new HintText(title, body, action, choices));
        }
        return texts;
    }
}

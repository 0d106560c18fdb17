package dev.rapport.journal;

import dev.rapport.experiment.Assignment;
import dev.rapport.hint.Action;
import dev.rapport.hint.Anchor;
import dev.rapport.hint.Hint;
import dev.rapport.hint.HintText;
import dev.rapport.pipeline.Outcome;
import dev.rapport.scoring.Score;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes what became of a frame: a code, then the parts of that outcome. */
final class OutcomeWriter {
    static final int DUPLICATE = 0;
    static final int REFUSED = 1;
    static final int WARMING_UP = 2;
    static final int NO_RULE_MATCHED = 3;
    static final int PACED = 4;
    static final int HELD_OUT = 5;
    static final int SHOWN = 6;

    /** Stands between a score's reasons and what it was made of: the model's own probability and the senses. */
    static final String FRICTION = "=friction";

    private final EntryWriter out;

    OutcomeWriter(EntryWriter out) {
        this.out = out;
    }

    void outcome(Outcome outcome) {
        switch (outcome) {
            case Outcome.Duplicate duplicate -> out.whole(DUPLICATE);
            case Outcome.Refused refused -> {
                out.whole(REFUSED);
                out.text(refused.reason().name());
            }
            case Outcome.WarmingUp warmingUp -> {
                out.whole(WARMING_UP);
                score(warmingUp.score());
            }
            case Outcome.NoRuleMatched noRule -> {
                out.whole(NO_RULE_MATCHED);
                score(noRule.score());
            }
            case Outcome.Paced paced -> {
                matched(PACED, paced.score(), paced.match());
                out.text(paced.pause().name());
            }
            case Outcome.HeldOut heldOut -> {
                matched(HELD_OUT, heldOut.score(), heldOut.match());
                assignment(heldOut.assignment());
            }
            case Outcome.Shown shown -> {
                matched(SHOWN, shown.score(), shown.match());
                assignment(shown.assignment());
                hint(shown.hint());
            }
        }
    }

    private void matched(int code, Score score, Outcome.Match match) {
        out.whole(code);
        score(score);
        out.text(match.rule());
        out.text(match.hint());
        out.text(match.element());
    }

    private void score(Score score) {
        out.start();
        switch (score) {
            case Score.Unknown unknown -> out.text(unknown.why());
            case Score.Known known -> {
                out.number(known.probability());
                out.number(known.certainty());
                reasons(known.reasons());
                if (known.friction() != known.probability() || !known.senses().isEmpty()) {
                    out.text(FRICTION);
                    out.number(known.friction());
                    reasons(known.senses());
                }
            }
        }
        out.end();
    }

    private void reasons(List<Score.Reason> reasons) {
        for (int i = 0; i < reasons.size(); i++) {
            Score.Reason reason = reasons.get(i);
            out.text(reason.cause().name());
            out.number(reason.contribution());
        }
    }

    private void assignment(@Nullable Assignment assignment) {
        out.start();
        if (assignment != null) {
            out.text(assignment.experiment());
            out.text(assignment.variation());
            out.flag(assignment.control());
            out.flag(assignment.forced());
        }
        out.end();
    }

    private void hint(Hint hint) {
        out.text(hint.id());
        out.text(hint.name());
        out.text(hint.kind().name());
        out.text(hint.intent().name());
        out.start();
        switch (hint.anchor()) {
            case Anchor.TroubledElement element -> out.text("element");
            case Anchor.Page page -> out.text("page");
            case Anchor.Selector selector -> {
                out.text("selector");
                out.text(selector.css());
            }
        }
        out.end();
        out.start();
        switch (hint.action()) {
            case Action.Close close -> out.text("close");
            case Action.HandOff handOff -> out.text("handoff");
            case Action.Link link -> {
                out.text("link");
                out.text(link.href());
            }
            case Action.Verb verb -> {
                out.text("verb");
                out.text(verb.name());
            }
        }
        out.end();
        texts(hint.texts());
    }

    private void texts(Map<String, HintText> texts) {
        out.start();
        for (Map.Entry<String, HintText> entry : texts.entrySet()) {
            HintText text = entry.getValue();
            out.text(entry.getKey());
            out.text(text.title());
            out.text(text.body());
            out.text(text.action());
            out.start();
            for (String choice : text.choices()) {
                out.text(choice);
            }
            out.end();
        }
        out.end();
    }
}

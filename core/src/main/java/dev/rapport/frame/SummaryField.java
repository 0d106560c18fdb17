package dev.rapport.frame;

/**
 * One number of a second's {@link Summary}. Order, unit, meaning and channel follow {@code frame-schema.json}, which a test
 * compares with this enum; the ordinal is the position on the wire. All fields merge by addition.
 */
public enum SummaryField {
    /** Time in the second with any visitor input, at most 1000 (ms). */
    ACTIVE_MS("activeMs", Channel.FRICTION),
    /** Primary clicks or taps, trusted ones only (count). */
    CLICKS("clicks", Channel.FRICTION),
    /** Clicks whose target is an interactive element (count). */
    CLICKS_ON_CONTROLS("clicksOnControls", Channel.FRICTION),
    /** Key presses in editable fields, key repeat left out (count). */
    KEYS("keys", Channel.FRICTION),
    /** Deletions in editable fields (beforeinput delete*) (count). */
    CORRECTIONS("corrections", Channel.FRICTION),
    /** Input and change events of form controls (count). */
    INPUTS("inputs", Channel.FRICTION),
    /** Insertions from paste, drop, autofill or dictation (count). */
    PASTES("pastes", Channel.FRICTION),
    /** Focus moved to another form control (count). */
    FOCUS_CHANGES("focusChanges", Channel.FRICTION),
    /** Tab or arrow moves between controls (count). */
    TAB_KEYS("tabKeys", Channel.FRICTION),
    /** Absolute scroll distance in tens of CSS pixels (px/10). */
    SCROLL_PX("scrollPx", Channel.FRICTION),
    /** Changes of scroll direction after at least 60 px (count). */
    SCROLL_REVERSALS("scrollReversals", Channel.FRICTION),
    /** Failed validations shown (invalid events, aria-invalid turning true) (count). */
    INVALIDS("invalids", Channel.FRICTION),
    /** Uncaught script errors, rejected promises, failed requests (count). */
    ERRORS("errors", Channel.FRICTION),
    /** Time by which responses to input were later than 200 ms (ms). */
    SLOW_MS("slowMs", Channel.FRICTION),
    /** Pages entered, in-page navigation included (count). */
    PAGE_VIEWS("pageViews", Channel.FRICTION),
    /** Clicks preceded by a hover on the same control (count). */
    HOVERS("hovers", Channel.POINTER),
    /** Sum of last-hover-to-click times in hundredths of a second, each at most 1000 (cs). */
    HOVER_CS("hoverCs", Channel.POINTER),
    /** Sum of their squares divided by 16, rounded (cs^2). */
    HOVER_CS_SQUARED("hoverCsSquared", Channel.POINTER),
    /** Pointer moves (uncoalesced events) (count). */
    MOVES("moves", Channel.POINTER),
    /** Length of the pointer path in tens of CSS pixels (px/10). */
    PATH_PX("pathPx", Channel.POINTER),
    /** Direction reversals on either axis, zero deltas and drags left out (count). */
    REVERSALS("reversals", Channel.POINTER),
    /** Rests of 100 ms to 1 s between two moves (count). */
    PAUSES("pauses", Channel.POINTER),
    /** Gaps between two key presses in one field, each under 2 s (count). */
    KEY_GAPS("keyGaps", Channel.TYPING),
    /** Sum of those gaps (ms). */
    KEY_GAP_MS("keyGapMs", Channel.TYPING),
    /** Sum of their squares divided by 1024, rounded (ms^2/1024). */
    KEY_GAP_MS_SQUARED("keyGapMsSquared", Channel.TYPING),
    /** Gaps below 120 ms (count). */
    GAPS_UNDER_120("gapsUnder120", Channel.TYPING),
    /** Gaps from 120 to below 250 ms (count). */
    GAPS_UNDER_250("gapsUnder250", Channel.TYPING),
    /** Gaps from 250 to below 500 ms (count). */
    GAPS_UNDER_500("gapsUnder500", Channel.TYPING),
    /** Gaps from 500 ms to below 1 s (count). */
    GAPS_UNDER_1000("gapsUnder1000", Channel.TYPING),
    /** Gaps from 1 s to below 2 s (count). */
    GAPS_UNDER_2000("gapsUnder2000", Channel.TYPING),
    /** Frames the widget had to drop before this one because its buffer was full (count). */
    DROPPED("dropped", Channel.FRICTION),
    /** Main-thread time the widget itself used in this second (us). */
    COST_US("costUs", Channel.FRICTION),
    /** Texts that the visitor wrote and the page scored (count). */
    TEXTS("texts", Channel.TEXT),
    /** Sum of their probabilities of frustration in thousandths (1/1000). */
    TEXT_FRUSTRATION("textFrustration", Channel.TEXT),
    /** Sum of their probabilities of confusion in thousandths (1/1000). */
    TEXT_CONFUSION("textConfusion", Channel.TEXT),
    /** Sum of their probabilities of gratitude in thousandths (1/1000). */
    TEXT_GRATITUDE("textGratitude", Channel.TEXT),
    /** Sum of their probabilities of sadness in thousandths (1/1000). */
    TEXT_SADNESS("textSadness", Channel.TEXT),
    /** Samples of the face that were compared with the visitor's own baseline (count). */
    FACE_SAMPLES("faceSamples", Channel.FACE),
    /**
     * Sum over samples of how far the opening of the eyes was above the baseline, in hundredths of its standard
     * deviation, each at most 600 (sd/100).
     */
    FACE_EYE_UP("faceEyeUp", Channel.FACE),
    /**
     * Sum over samples of how far the opening of the eyes was below the baseline, in hundredths of its standard
     * deviation, each at most 600 (sd/100).
     */
    FACE_EYE_DOWN("faceEyeDown", Channel.FACE),
    /**
     * Sum over samples of how far the height of the brows was above the baseline, in hundredths of its standard
     * deviation, each at most 600 (sd/100).
     */
    FACE_BROW_UP("faceBrowUp", Channel.FACE),
    /**
     * Sum over samples of how far the height of the brows was below the baseline, in hundredths of its standard
     * deviation, each at most 600 (sd/100).
     */
    FACE_BROW_DOWN("faceBrowDown", Channel.FACE),
    /**
     * Sum over samples of how far the width of the mouth was above the baseline, in hundredths of its standard
     * deviation, each at most 600 (sd/100).
     */
    FACE_MOUTH_UP("faceMouthUp", Channel.FACE),
    /**
     * Sum over samples of how far the width of the mouth was below the baseline, in hundredths of its standard
     * deviation, each at most 600 (sd/100).
     */
    FACE_MOUTH_DOWN("faceMouthDown", Channel.FACE),
    /**
     * Sum over samples of how far the forward tilt of the head was above the baseline, in hundredths of its standard
     * deviation, each at most 600 (sd/100).
     */
    FACE_HEAD_UP("faceHeadUp", Channel.FACE),
    /**
     * Sum over samples of how far the forward tilt of the head was below the baseline, in hundredths of its standard
     * deviation, each at most 600 (sd/100).
     */
    FACE_HEAD_DOWN("faceHeadDown", Channel.FACE),
    /** Samples of the voice that were compared with the visitor's own baseline (count). */
    VOICE_SAMPLES("voiceSamples", Channel.VOICE),
    /**
     * Sum over samples of how far the pitch was above the baseline, in hundredths of its standard deviation, each at
     * most 600 (sd/100).
     */
    VOICE_PITCH_UP("voicePitchUp", Channel.VOICE),
    /**
     * Sum over samples of how far the pitch was below the baseline, in hundredths of its standard deviation, each at
     * most 600 (sd/100).
     */
    VOICE_PITCH_DOWN("voicePitchDown", Channel.VOICE),
    /**
     * Sum over samples of how far the pitch's spread was above the baseline, in hundredths of its standard deviation,
     * each at most 600 (sd/100).
     */
    VOICE_SPREAD_UP("voiceSpreadUp", Channel.VOICE),
    /**
     * Sum over samples of how far the pitch's spread was below the baseline, in hundredths of its standard deviation,
     * each at most 600 (sd/100).
     */
    VOICE_SPREAD_DOWN("voiceSpreadDown", Channel.VOICE),
    /**
     * Sum over samples of how far the loudness was above the baseline, in hundredths of its standard deviation, each
     * at most 600 (sd/100).
     */
    VOICE_LEVEL_UP("voiceLevelUp", Channel.VOICE),
    /**
     * Sum over samples of how far the loudness was below the baseline, in hundredths of its standard deviation, each
     * at most 600 (sd/100).
     */
    VOICE_LEVEL_DOWN("voiceLevelDown", Channel.VOICE),
    /**
     * Sum over samples of how far the rate of speech was above the baseline, in hundredths of its standard deviation,
     * each at most 600 (sd/100).
     */
    VOICE_RATE_UP("voiceRateUp", Channel.VOICE),
    /**
     * Sum over samples of how far the rate of speech was below the baseline, in hundredths of its standard deviation,
     * each at most 600 (sd/100).
     */
    VOICE_RATE_DOWN("voiceRateDown", Channel.VOICE),
    /** Samples of the heart that were compared with the visitor's own baseline (count). */
    HEART_SAMPLES("heartSamples", Channel.HEART),
    /**
     * Sum over samples of how far the heart rate was above the baseline, in hundredths of its standard deviation,
     * each at most 600 (sd/100).
     */
    HEART_RATE_UP("heartRateUp", Channel.HEART),
    /**
     * Sum over samples of how far the heart rate was below the baseline, in hundredths of its standard deviation,
     * each at most 600 (sd/100).
     */
    HEART_RATE_DOWN("heartRateDown", Channel.HEART),
    /**
     * Sum over samples of how far its variability (RMSSD) was above the baseline, in hundredths of its standard
     * deviation, each at most 600 (sd/100).
     */
    HEART_VARIABILITY_UP("heartVariabilityUp", Channel.HEART),
    /**
     * Sum over samples of how far its variability (RMSSD) was below the baseline, in hundredths of its standard
     * deviation, each at most 600 (sd/100).
     */
    HEART_VARIABILITY_DOWN("heartVariabilityDown", Channel.HEART),
    /** Samples of the device's motion that were compared with the visitor's own baseline (count). */
    BODY_SAMPLES("bodySamples", Channel.BODY),
    /**
     * Sum over samples of how far the motion's energy was above the baseline, in hundredths of its standard
     * deviation, each at most 600 (sd/100).
     */
    BODY_ENERGY_UP("bodyEnergyUp", Channel.BODY),
    /**
     * Sum over samples of how far the motion's energy was below the baseline, in hundredths of its standard
     * deviation, each at most 600 (sd/100).
     */
    BODY_ENERGY_DOWN("bodyEnergyDown", Channel.BODY),
    /** Turns of the device between upright and lying (count). */
    ORIENTATION_CHANGES("orientationChanges", Channel.BODY);

    /** Number of fields in a summary. */
    public static final int COUNT = values().length;

    /**
     * Numbers that every summary on the wire has, from {@link #ACTIVE_MS} to {@link #COST_US}. Those behind belong to senses that
     * few visits use: a summary may leave out the zeros after its last other number.
     */
    public static final int LEAST = COST_US.ordinal() + 1;

    private final String word;
    private final Channel channel;

    SummaryField(String word, Channel channel) {
        this.word = word;
        this.channel = channel;
    }

    /** The name in the schema file and in JSON, for example {@code keyGapMs}. */
    public String word() {
        return word;
    }

    /** The channel whose switch, consent and legal gate govern this number. */
    public Channel channel() {
        return channel;
    }
}

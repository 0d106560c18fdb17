// Generated from frame-schema.json by generate-schema.mjs: do not edit, run `npm run schema`.

export const PROTOCOL = 'rapport.v1';
export const CHANNELS = ['friction', 'typing', 'pointer', 'text', 'face', 'voice', 'heart', 'body'] as const;
export const SUMMARY_SIZE = 64;
/** The channel of each summary field, one digit a field. */
export const FIELD_CHANNELS = '0000000000000002222222111111110033333444444444555555555666667777';

export const enum Limit {
  messageBytes = 16384,
  textLength = 96,
  pageLength = 160,
  signalsPerFrame = 32,
  eventsPerFrame = 16,
  summaryMax = 1000000,
  summaryLeast = 32,
}

export const enum Message {
  /** siteKey, session, visitor, page, language, device, returning, channels, simulated, forced */
  hello = 0,
  /** sequence, second, page, state, summary, signals, events */
  frame = 1,
}

export const enum Channel {
  friction = 0,
  typing = 1,
  pointer = 2,
  text = 3,
  face = 4,
  voice = 5,
  heart = 6,
  body = 7,
}

export const enum Device {
  mouse = 0,
  touch = 1,
  keyboard = 2,
}

export const enum State {
  /** the page was visible at the end of the second */
  visible = 1,
  /** a key went down in an editable field during the last 1.5 s */
  typing = 2,
  /** a pointer button or touch was held down at the end of the second */
  dragging = 4,
  /** the document or a request the visitor started was still under way */
  loading = 8,
}

export const enum Field {
  /** ms: time in the second with any visitor input, at most 1000 */
  activeMs = 0,
  /** count: primary clicks or taps, trusted ones only */
  clicks = 1,
  /** count: clicks whose target is an interactive element */
  clicksOnControls = 2,
  /** count: key presses in editable fields, key repeat left out */
  keys = 3,
  /** count: deletions in editable fields (beforeinput delete*) */
  corrections = 4,
  /** count: input and change events of form controls */
  inputs = 5,
  /** count: insertions from paste, drop, autofill or dictation */
  pastes = 6,
  /** count: focus moved to another form control */
  focusChanges = 7,
  /** count: Tab or arrow moves between controls */
  tabKeys = 8,
  /** px/10: absolute scroll distance in tens of CSS pixels */
  scrollPx = 9,
  /** count: changes of scroll direction after at least 60 px */
  scrollReversals = 10,
  /** count: failed validations shown (invalid events, aria-invalid turning true) */
  invalids = 11,
  /** count: uncaught script errors, rejected promises, failed requests */
  errors = 12,
  /** ms: time by which responses to input were later than 200 ms */
  slowMs = 13,
  /** count: pages entered, in-page navigation included */
  pageViews = 14,
  /** count: clicks preceded by a hover on the same control */
  hovers = 15,
  /** cs: sum of last-hover-to-click times in hundredths of a second, each at most 1000 */
  hoverCs = 16,
  /** cs^2: sum of their squares divided by 16, rounded */
  hoverCsSquared = 17,
  /** count: pointer moves (uncoalesced events) */
  moves = 18,
  /** px/10: length of the pointer path in tens of CSS pixels */
  pathPx = 19,
  /** count: direction reversals on either axis, zero deltas and drags left out */
  reversals = 20,
  /** count: rests of 100 ms to 1 s between two moves */
  pauses = 21,
  /** count: gaps between two key presses in one field, each under 2 s */
  keyGaps = 22,
  /** ms: sum of those gaps */
  keyGapMs = 23,
  /** ms^2/1024: sum of their squares divided by 1024, rounded */
  keyGapMsSquared = 24,
  /** count: gaps below 120 ms */
  gapsUnder120 = 25,
  /** count: gaps from 120 to below 250 ms */
  gapsUnder250 = 26,
  /** count: gaps from 250 to below 500 ms */
  gapsUnder500 = 27,
  /** count: gaps from 500 ms to below 1 s */
  gapsUnder1000 = 28,
  /** count: gaps from 1 s to below 2 s */
  gapsUnder2000 = 29,
  /** count: frames the widget had to drop before this one because its buffer was full */
  dropped = 30,
  /** us: main-thread time the widget itself used in this second */
  costUs = 31,
  /** count: texts that the visitor wrote and the page scored */
  texts = 32,
  /** 1/1000: sum of their probabilities of frustration in thousandths */
  textFrustration = 33,
  /** 1/1000: sum of their probabilities of confusion in thousandths */
  textConfusion = 34,
  /** 1/1000: sum of their probabilities of gratitude in thousandths */
  textGratitude = 35,
  /** 1/1000: sum of their probabilities of sadness in thousandths */
  textSadness = 36,
  /** count: samples of the face that were compared with the visitor's own baseline */
  faceSamples = 37,
  /** sd/100: sum over samples of how far the opening of the eyes was above the baseline, in hundredths of its standard deviation, each at most 600 */
  faceEyeUp = 38,
  /** sd/100: sum over samples of how far the opening of the eyes was below the baseline, in hundredths of its standard deviation, each at most 600 */
  faceEyeDown = 39,
  /** sd/100: sum over samples of how far the height of the brows was above the baseline, in hundredths of its standard deviation, each at most 600 */
  faceBrowUp = 40,
  /** sd/100: sum over samples of how far the height of the brows was below the baseline, in hundredths of its standard deviation, each at most 600 */
  faceBrowDown = 41,
  /** sd/100: sum over samples of how far the width of the mouth was above the baseline, in hundredths of its standard deviation, each at most 600 */
  faceMouthUp = 42,
  /** sd/100: sum over samples of how far the width of the mouth was below the baseline, in hundredths of its standard deviation, each at most 600 */
  faceMouthDown = 43,
  /** sd/100: sum over samples of how far the forward tilt of the head was above the baseline, in hundredths of its standard deviation, each at most 600 */
  faceHeadUp = 44,
  /** sd/100: sum over samples of how far the forward tilt of the head was below the baseline, in hundredths of its standard deviation, each at most 600 */
  faceHeadDown = 45,
  /** count: samples of the voice that were compared with the visitor's own baseline */
  voiceSamples = 46,
  /** sd/100: sum over samples of how far the pitch was above the baseline, in hundredths of its standard deviation, each at most 600 */
  voicePitchUp = 47,
  /** sd/100: sum over samples of how far the pitch was below the baseline, in hundredths of its standard deviation, each at most 600 */
  voicePitchDown = 48,
  /** sd/100: sum over samples of how far the pitch's spread was above the baseline, in hundredths of its standard deviation, each at most 600 */
  voiceSpreadUp = 49,
  /** sd/100: sum over samples of how far the pitch's spread was below the baseline, in hundredths of its standard deviation, each at most 600 */
  voiceSpreadDown = 50,
  /** sd/100: sum over samples of how far the loudness was above the baseline, in hundredths of its standard deviation, each at most 600 */
  voiceLevelUp = 51,
  /** sd/100: sum over samples of how far the loudness was below the baseline, in hundredths of its standard deviation, each at most 600 */
  voiceLevelDown = 52,
  /** sd/100: sum over samples of how far the rate of speech was above the baseline, in hundredths of its standard deviation, each at most 600 */
  voiceRateUp = 53,
  /** sd/100: sum over samples of how far the rate of speech was below the baseline, in hundredths of its standard deviation, each at most 600 */
  voiceRateDown = 54,
  /** count: samples of the heart that were compared with the visitor's own baseline */
  heartSamples = 55,
  /** sd/100: sum over samples of how far the heart rate was above the baseline, in hundredths of its standard deviation, each at most 600 */
  heartRateUp = 56,
  /** sd/100: sum over samples of how far the heart rate was below the baseline, in hundredths of its standard deviation, each at most 600 */
  heartRateDown = 57,
  /** sd/100: sum over samples of how far its variability (RMSSD) was above the baseline, in hundredths of its standard deviation, each at most 600 */
  heartVariabilityUp = 58,
  /** sd/100: sum over samples of how far its variability (RMSSD) was below the baseline, in hundredths of its standard deviation, each at most 600 */
  heartVariabilityDown = 59,
  /** count: samples of the device's motion that were compared with the visitor's own baseline */
  bodySamples = 60,
  /** sd/100: sum over samples of how far the motion's energy was above the baseline, in hundredths of its standard deviation, each at most 600 */
  bodyEnergyUp = 61,
  /** sd/100: sum over samples of how far the motion's energy was below the baseline, in hundredths of its standard deviation, each at most 600 */
  bodyEnergyDown = 62,
  /** count: turns of the device between upright and lying */
  orientationChanges = 63,
}

export const enum SignalKind {
  /** at least 3 futile clicks on the same control within a second each, none of which changed it; magnitude: clicks in the burst */
  rage_click = 0,
  /** a click on something that looks like a control after which nothing happened for 1.2 s; magnitude: 1 */
  dead_click = 1,
  /** a click followed within 2 s by a script error, a rejected promise or a failed request; magnitude: errors */
  error_click = 2,
  /** the same field failed validation at least twice; magnitude: failed attempts */
  form_trouble = 3,
  /** the visitor came back to a field that was already filled in; magnitude: visits */
  field_return = 4,
  /** at least 20 pointer reversals on one axis within 2 s, no button held; magnitude: reversals */
  thrash = 5,
  /** back to the previous page within 5 s; magnitude: seconds stayed */
  quick_back = 6,
  /** at least 5 scroll direction changes of 200 px or more within 8 s; magnitude: reversals */
  scroll_reversal = 7,
  /** the same page entered 3 times within 15 s; magnitude: visits */
  page_loop = 8,
  /** more than half of at least 12 key presses in a field within 10 s were deletions; magnitude: deletions */
  correction_burst = 9,
  /** the visitor copied text from an error message; magnitude: 1 */
  error_copy = 10,
  /** hover before a click far above the visitor's own usual time; magnitude: tenths of a second */
  hesitation = 11,
  /** the page answered an input later than 1 s; magnitude: tenths of a second */
  slow_response = 12,
  /** the page was reloaded within 10 s of trouble on it; magnitude: reloads */
  refresh = 13,
  /** a swipe of 30 px or more that moved nothing; magnitude: 1 */
  dead_swipe = 14,
  /** taps just beside a control, followed by a tap on it; magnitude: taps */
  mis_tap = 15,
  /** a click landed elsewhere because the control moved within 500 ms before it; magnitude: 1 */
  moving_target = 16,
}

export const SIGNALS = ['rage_click', 'dead_click', 'error_click', 'form_trouble', 'field_return', 'thrash', 'quick_back', 'scroll_reversal', 'page_loop', 'correction_burst', 'error_copy', 'hesitation', 'slow_response', 'refresh', 'dead_swipe', 'mis_tap', 'moving_target'] as const;

export const enum EventKind {
  /** the hint became visible; value: 0 */
  hint_shown = 0,
  /** the hint was not shown because the moment had passed; value: reason: 1 typing, 2 dragging, 3 hidden page, 4 anchor gone, 5 too late */
  hint_expired = 1,
  /** the visitor closed the hint; value: 0 */
  hint_dismissed = 2,
  /** the visitor used an action of the hint; value: index of the action */
  hint_acted = 3,
  /** answer to 'did this help?'; value: 1 yes, 0 no */
  hint_helped = 4,
  /** answer to a one-question survey; value: index of the choice */
  survey_answer = 5,
  /** the visitor switched hints off; value: 0 for this visit, 1 for good */
  muted = 6,
  /** rapport('convert', name, value); value: value in hundredths */
  conversion = 7,
  /** the visitor said how it is going; value: 1 struggling, 0 fine */
  self_report = 8,
  /** the hint handed the visitor over to the site's chat; value: 0 */
  handoff = 9,
}

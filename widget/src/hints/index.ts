import { EventKind, State } from '../schema.ts';
import type { CreateHints, HintMessage, Surroundings } from '../surroundings.ts';
import { anchorOf } from './anchor.ts';
import { askDoctor } from './ask-doctor.ts';
import { openHint, type OpenHint } from './open.ts';
import { applyVerb } from './verb.ts';

/** Why a hint cannot be shown at this moment, as the schema numbers it. */
const enum Reason {
  typing = 1,
  dragging = 2,
  hidden = 3,
  anchorGone = 4,
  tooLate = 5,
}

/** The moment is looked at this often while a hint waits, ms. */
const LOOK = 150;
/** A hint without a time to live waits this long, s. */
const PATIENCE = 10;

/** One hint at a time, at a moment that suits the visitor. */
const createHints: CreateHints = (here: Surroundings) => {
  let open: OpenHint | null = null;
  let waiting: { hint: HintMessage; preview: boolean; until: number }[] = [];
  let stopLooking: (() => void) | null = null;

  const busy = (hint: HintMessage): Reason | 0 => {
    const state = here.state();
    if (!(state & State.visible)) return Reason.hidden;
    if (state & State.typing) return Reason.typing;
    if (state & State.dragging) return Reason.dragging;
    if (open && hint.kind !== 'verb') return Reason.tooLate;
    return hint.kind === 'inline' && !anchorOf(hint) ? Reason.anchorGone : 0;
  };
  const show = (hint: HintMessage, preview: boolean) => {
    if (hint.kind === 'verb') {
      const name = hint.action?.type === 'verb' ? hint.action.name : '';
      const done = applyVerb(name);
      if (!preview) here.event(done ? EventKind.hint_shown : EventKind.hint_expired, hint.id, done ? 0 : Reason.tooLate);
      here.tell('verb', { id: hint.id, name });
      return;
    }
    open = openHint(hint, preview, here, () => {
      open = null;
      look();
    });
  };
  const look = () => {
    stopLooking?.();
    stopLooking = null;
    const left: typeof waiting = [];
    for (const entry of waiting) {
      const reason = entry.preview ? 0 : busy(entry.hint);
      if (!reason) show(entry.hint, entry.preview);
      else if (Date.now() < entry.until) left.push(entry);
      else here.event(EventKind.hint_expired, entry.hint.id, reason);
    }
    waiting = left;
    if (waiting.length) stopLooking = here.after(LOOK, look);
  };

  return {
    show(hint, preview) {
      if (preview || open?.id === hint.id) open?.remove(); // the same hint again, or a preview: replaces what is there
      waiting.push({ hint, preview, until: Date.now() + 1000 * (hint.ttl ?? PATIENCE) });
      look();
    },
    withdraw(id) {
      waiting = waiting.filter(({ hint }) => hint.id !== id);
      if (open?.id === id) open.remove();
    },
    doctor: (...facts) => askDoctor(here, ...facts),
    stop() {
      stopLooking?.();
      waiting = [];
      open?.remove();
    },
  };
};

(globalThis as { rapportHints?: CreateHints }).rapportHints = createHints;

import { type Config } from './config.ts';
import type { Wire } from './cbor.ts';
import { channelsThat } from './consent.ts';
import { movingTarget } from './collect/moving-target.ts';
import { near } from './collect/controls.ts';
import { path } from './collect/path.ts';
import { deadClick } from './collect/dead-click.ts';
import { answers } from './collect/answers.ts';
import { scrolling } from './collect/scrolling.ts';
import { slowResponse } from './collect/slow-response.ts';
import { rageClick } from './collect/rage-click.ts';
import { errors } from './collect/errors.ts';
import { fields } from './collect/fields.ts';
import { navigation } from './collect/navigation.ts';
import { presses } from './collect/press.ts';
import { createRecorder, type Recorder } from './frame.ts';
import type { Listen, Stop } from './listen.ts';
import { add, each, keep } from './lists.ts';
import { hidden } from './natives.ts';
import { routes } from './routes.ts';
import { Channel, Device, EventKind, Message, SignalKind } from './schema.ts';
import type { Rare } from './surroundings.ts';
import { openSession, type Session } from './session.ts';
import { type Collector, type Sink, type Topics, Topic } from './sink.ts';
import { createTransport, type Downstream, type Transport } from './transport.ts';

/** One visit under observation: from consent until it is withdrawn, or the page is gone. */
export interface Watch {
  _recorder: Recorder;
  _session: Session;
  _transport: Transport;
  /** Bit mask of the channels that visitor and server both allow. */
  _granted(): number;
  /** Overrides the page's path until the next navigation. */
  _page(path: string): void;
  /** The visitor as the site knows them, already hashed. */
  _identify(visitor: string): void;
  _stop(): void;
}

export interface Watching {
  _config: Config;
  _listen: Listen;
  _mask: number;
  _heard(message: Downstream): void;
  _complain(sentence: string): void;
  /** Calls `task` with the chunk for rare needs; with null where it cannot be had. */
  _rarely(task: (rare: Rare | null) => void): void;
}

/** In the order in which they start; they stop in reverse. What others hear from comes last among equals. */
const ALWAYS: Collector[] = [
  navigation,
  errors,
  rageClick,
  deadClick,
  movingTarget,
  scrolling,
  slowResponse,
  answers,
  presses,
];
/** Main-thread time the widget allows itself in a second, ms; three seconds above it end what runs on every move. */
const BUDGET = 20;

const FRAMES = 'iframe[data-rapport-frame]';

const coarse = (query: string) => window.matchMedia?.(query).matches;

const forced = (): Record<string, string> => {
  const choices: Record<string, string> = {};
  each((/rapport-force=([\w:,.-]+)/.exec(location.search)?.[1] ?? '').split(','), (choice) => {
    const [experiment, variation] = choice.split(':');
    if (variation) choices[experiment!] = variation;
  });
  return choices;
};

const language = (): string => {
  const tag = document.documentElement.lang || navigator.language;
  return /^[a-z]{2,8}(-[a-z0-9]{1,8}){0,3}$/i.test(tag) ? tag : 'en';
};

/** True below the site's own mark that an element is to be left alone; the nearest mark counts. */
const ignored = (element: Element | null): boolean =>
  !!near(element, '[data-rapport-ignore],[data-rapport-signal]')?.hasAttribute('data-rapport-ignore');

export function startWatch({ _config, _listen, _mask, _heard, _complain, _rarely }: Watching): Watch {
  const scope = _listen._scope();
  const session = openSession();
  let granted = 1 << Channel.friction;
  const allowed = () => granted;
  let visitor = session._visitor;
  let overspent = 0;
  let shed: Stop = () => {};
  const gatherers: Stop[] = [];

  const route = routes(scope, (entry) => tell(Topic.enter, entry));
  const hello = (): Wire => [
    Message.hello,
    _config.site,
    session._id,
    visitor,
    route._page(),
    language(),
    coarse('(any-pointer: none)') ? Device.keyboard : coarse('(pointer: coarse)') ? Device.touch : Device.mouse,
    session._returning,
    _mask,
    _config.simulated,
    forced(),
  ];

  const recorder = createRecorder(scope, {
    _page: route._page,
    _granted: allowed,
    _second: session._second,
    _takeCost() {
      const cost = _listen._takeCost();
      overspent = cost > BUDGET ? overspent + 1 : 0;
      if (overspent === 3) shed();
      return cost;
    },
    _gather: () => each(gatherers, (fn) => fn()),
    _send: (make) => transport._send(make),
  });
  const lastWords = () => {
    if (!hidden()) return;
    recorder._flush();
    transport._beacon();
  };
  scope._on('pagehide', recorder._flush);
  const transport: Transport = createTransport(scope, {
    _endpoint: _config.endpoint,
    _debug: _config.debug,
    _first: session._sequence,
    _hello: hello,
    _keep: session._keep,
    _complain,
    _rarely,
    _heard(message) {
      session._id = message.session ?? session._id;
      if (message.t === 'welcome') {
        granted = _mask & (1 | channelsThat((channel) => keep(message.channels ?? [], (name) => name === channel).length));
      }
      _heard(message);
    },
  });
  scope._on('visibilitychange', lastWords);

  // What collectors tell one another.
  const heard: { [T in keyof Topics]?: ((value: never) => void)[] } = {};
  const safely = scope._guard;
  const tell = <T extends keyof Topics>(topic: T, value: Topics[T]) => _listen._all((heard[topic] ?? []) as ((value: Topics[T]) => void)[], value);
  const start = (collector: Collector): Stop => {
    const own = _listen._scope();
    const sink: Sink = {
      ...own,
      _add: recorder._add,
      _mark: recorder._mark,
      _active: recorder._active,
      _state: recorder._state,
      _visit: session._visit,
      _device: session._device,
      _tell: tell,
      _rarely,
      _gather: (fn) => add(gatherers, fn),
      _hear(topic, fn) {
        add((heard[topic] ??= []) as (typeof fn)[], fn);
        own._undo(() => {
          heard[topic] = keep(heard[topic]! as (typeof fn)[], (other) => other !== fn);
        });
      },
      _signal(kind, element, magnitude) {
        if (ignored(element)) return;
        const note = (ref: string) => recorder._signal(kind, ref, magnitude);
        if (element) _rarely((rare) => note(rare ? rare._refOf(element) : ''));
        else note('');
        tell(Topic.signal, { _kind: kind, _element: element });
      },
    };
    safely(collector)(sink);
    return scope._undo(own._stop);
  };
  each(ALWAYS, start);
  start(fields(!!(_mask & (1 << Channel.typing))));
  shed = start(path(!!(_mask & (1 << Channel.pointer))));
  if (navigator.maxTouchPoints) _rarely((rare) => rare && start(rare._touches));
  // The visitor copies an error message, perhaps to ask somebody. The text itself is never read.
  start((sink) => {
    sink._on('copy', () => {
      const { anchorNode } = getSelection()!;
      _rarely((rare) => {
        const message = rare?._errorTextOf(anchorNode);
        if (message) sink._signal(SignalKind.error_copy, message, 1);
      });
    });
  });
  if (session._device._get('muted')) recorder._event(EventKind.muted, '', 1);
  route._enter();
  // Frames that the site opened to the widget, as they load.
  const join = (frame: Element) => frame.matches?.(FRAMES) && _rarely((rare) => rare && tell(Topic.frame, rare._join(_listen, scope, frame as HTMLIFrameElement)));
  scope._on('load', ({ target }) => join(target), document);
  safely(() => each(document.querySelectorAll(FRAMES), join))();

  return {
    _recorder: recorder,
    _session: session,
    _transport: transport,
    _granted: allowed,
    _page: route._rename,
    _identify(id) {
      visitor = id;
      transport._greet();
    },
    _stop: scope._stop,
  };
}

import type { Name } from './measures.ts';
import type { Note, State } from './sense.ts';

/** Everything that the panel says, in one language. */
export interface Words {
  title: string;
  allow: string;
  no: string;
  stop: string;
  close: string;
  leaves: string;
  seconds: string;
  senses: Record<Name, [name: string, ask: string, does: string]>;
  states: Record<State, string>;
  notes: Record<Note, string>;
}

const en: Words = {
  title: 'Optional senses',
  allow: 'Allow',
  no: 'No thanks',
  stop: 'Stop',
  close: 'Close',
  leaves: 'Only how far these numbers are from your own usual leaves this device. You can stop at any time.',
  seconds: 's',
  senses: {
    text: ['Words', 'May this page score how your text sounds?', 'What you write in marked fields is scored here, on your device. The text itself is never sent; four probabilities are.'],
    voice: ['Voice', 'May this page measure how you speak?', 'Pitch, loudness and pace are measured here, on your device. No sound and no word is recorded or sent.'],
    heart: ['Heart', 'May this page read your heart-rate sensor?', 'Beats a minute and their variation are read from a Bluetooth sensor that you choose.'],
    body: ['Movement', 'May this page measure how the device is moved?', 'How strongly the device is moved and how often it is turned. No position, no direction.'],
    face: ['Face', 'May this page measure your face?', 'How far eyes, brows, mouth and head move is measured here, on your device. No picture is kept or sent, and nobody is recognised.'],
  },
  states: {
    asking: 'waiting for your answer',
    starting: 'starting',
    learning: 'learning your usual',
    on: 'on',
    refused: 'off: not allowed by you',
    unsupported: 'not possible in this browser',
    lost: 'the device is gone',
    blocked: 'not allowed here',
    off: 'off',
  },
  notes: {
    '': '',
    channel: 'this site or its server does not use this sense',
    policy: 'the page forbids this device',
    frame: 'the page does not let the measuring frame in',
    file: 'a file did not load',
    hash: 'a file is not the one that it should be',
    insecure: 'it needs a secure connection (https)',
    nodevice: 'no such device found',
    busy: 'another program uses the device',
    quiet: 'no voice heard',
    noface: 'no face in view',
    faces: 'more than one face in view',
    dark: 'the picture is dark or covered',
    away: 'no signal from the device',
    slow: 'this device is too slow for it',
    contact: 'the sensor does not touch the skin',
    odd: 'the sensor says what no heart does',
    nowasm: 'WebAssembly is switched off',
  },
};

const de: Words = {
  title: 'Zusätzliche Sinne',
  allow: 'Erlauben',
  no: 'Nein danke',
  stop: 'Stopp',
  close: 'Schließen',
  leaves: 'Nur wie weit diese Zahlen von Ihrem eigenen Üblichen abweichen, verlässt dieses Gerät. Sie können jederzeit stoppen.',
  seconds: 's',
  senses: {
    text: ['Worte', 'Darf diese Seite bewerten, wie Ihr Text klingt?', 'Was Sie in markierte Felder schreiben, wird hier auf Ihrem Gerät bewertet. Der Text selbst wird nie gesendet, nur vier Wahrscheinlichkeiten.'],
    voice: ['Stimme', 'Darf diese Seite messen, wie Sie sprechen?', 'Tonhöhe, Lautstärke und Tempo werden hier auf Ihrem Gerät gemessen. Kein Ton und kein Wort wird aufgenommen oder gesendet.'],
    heart: ['Herz', 'Darf diese Seite Ihren Pulssensor lesen?', 'Schläge je Minute und ihre Schwankung, aus einem Bluetooth-Sensor, den Sie auswählen.'],
    body: ['Bewegung', 'Darf diese Seite messen, wie das Gerät bewegt wird?', 'Wie stark das Gerät bewegt und wie oft es gedreht wird. Kein Ort, keine Richtung.'],
    face: ['Gesicht', 'Darf diese Seite Ihr Gesicht vermessen?', 'Wie weit sich Augen, Brauen, Mund und Kopf bewegen, wird hier auf Ihrem Gerät gemessen. Kein Bild wird behalten oder gesendet, niemand wird erkannt.'],
  },
  states: {
    asking: 'wartet auf Ihre Antwort',
    starting: 'startet',
    learning: 'lernt Ihr Übliches',
    on: 'an',
    refused: 'aus: von Ihnen nicht erlaubt',
    unsupported: 'in diesem Browser nicht möglich',
    lost: 'das Gerät ist weg',
    blocked: 'hier nicht erlaubt',
    off: 'aus',
  },
  notes: {
    '': '',
    channel: 'diese Website oder ihr Server nutzt diesen Sinn nicht',
    policy: 'die Seite verbietet dieses Gerät',
    frame: 'die Seite lässt den messenden Rahmen nicht zu',
    file: 'eine Datei ließ sich nicht laden',
    hash: 'eine Datei ist nicht die, die sie sein soll',
    insecure: 'es braucht eine sichere Verbindung (https)',
    nodevice: 'kein solches Gerät gefunden',
    busy: 'ein anderes Programm nutzt das Gerät',
    quiet: 'keine Stimme zu hören',
    noface: 'kein Gesicht zu sehen',
    faces: 'mehr als ein Gesicht zu sehen',
    dark: 'das Bild ist dunkel oder verdeckt',
    away: 'kein Signal vom Gerät',
    slow: 'dieses Gerät ist dafür zu langsam',
    contact: 'der Sensor berührt die Haut nicht',
    odd: 'der Sensor meldet, was kein Herz tut',
    nowasm: 'WebAssembly ist ausgeschaltet',
  },
};

/** The words for a language tag such as `de-AT`; English where there are none. */
export const wordsFor = (tag: string): Words => (/^de\b/i.test(tag) ? de : en);

/** What the frame of every hint says; `low` to `high`: how certain it is. */
export const enum Word {
  help,
  close,
  why,
  noticed,
  chosen,
  low,
  medium,
  high,
  pause,
  never,
  helped,
  yes,
  no,
  thanks,
}

/** In the order of `Word`. */
export type Words = readonly string[];

const languages: { [language: string]: Words } = {
  en: [
    'Help',
    'Close',
    'Why am I seeing this?',
    'What was noticed on this page:',
    'This site chose to show it here.',
    'This is a guess.',
    'This is fairly certain.',
    'This is quite certain.',
    'Pause for this visit',
    'Never again',
    'Did this help?',
    'Yes',
    'No',
    'Thank you.',
  ],
  de: [
    'Hilfe',
    'Schließen',
    'Warum sehe ich das?',
    'Das fiel auf dieser Seite auf:',
    'Diese Website zeigt es hier.',
    'Das ist eine Vermutung.',
    'Das ist recht sicher.',
    'Das ist ziemlich sicher.',
    'Für diesen Besuch pausieren',
    'Nie wieder',
    'Hat das geholfen?',
    'Ja',
    'Nein',
    'Danke.',
  ],
  fr: [
    'Aide',
    'Fermer',
    'Pourquoi ce message ?',
    'Ce qui a été remarqué sur cette page :',
    'Ce site a choisi de l’afficher ici.',
    'C’est une supposition.',
    'C’est assez sûr.',
    'C’est presque certain.',
    'Suspendre pendant cette visite',
    'Plus jamais',
    'Cela vous a-t-il aidé ?',
    'Oui',
    'Non',
    'Merci.',
  ],
  es: [
    'Ayuda',
    'Cerrar',
    '¿Por qué veo esto?',
    'Lo que se notó en esta página:',
    'Este sitio eligió mostrarlo aquí.',
    'Es una suposición.',
    'Es bastante seguro.',
    'Es casi seguro.',
    'Pausar durante esta visita',
    'Nunca más',
    '¿Le ha ayudado?',
    'Sí',
    'No',
    'Gracias.',
  ],
};

/** The words for a language tag such as `de-AT`; English where there are none. */
export const wordsFor = (tag: string): Words => languages[tag.slice(0, 2).toLowerCase()] ?? languages.en!;

/** True for languages written from right to left. */
export const rightToLeft = (tag: string): boolean => /^(ar|fa|he|ur|yi|ps|dv|ckb|sd|ug)\b/i.test(tag);

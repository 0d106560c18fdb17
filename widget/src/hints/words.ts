/** What the frame of every hint says, in one language. */
export interface Words {
  help: string;
  close: string;
  why: string;
  noticed: string;
  chosen: string;
  sure: [low: string, medium: string, high: string];
  pause: string;
  never: string;
  helped: string;
  yes: string;
  no: string;
  thanks: string;
}

const languages: { [language: string]: Words } = {
  en: {
    help: 'Help',
    close: 'Close',
    why: 'Why am I seeing this?',
    noticed: 'What was noticed on this page:',
    chosen: 'This site chose to show it here.',
    sure: ['This is a guess.', 'This is fairly certain.', 'This is quite certain.'],
    pause: 'Pause for this visit',
    never: 'Never again',
    helped: 'Did this help?',
    yes: 'Yes',
    no: 'No',
    thanks: 'Thank you.',
  },
  de: {
    help: 'Hilfe',
    close: 'Schließen',
    why: 'Warum sehe ich das?',
    noticed: 'Das fiel auf dieser Seite auf:',
    chosen: 'Diese Website zeigt es hier.',
    sure: ['Das ist eine Vermutung.', 'Das ist recht sicher.', 'Das ist ziemlich sicher.'],
    pause: 'Für diesen Besuch pausieren',
    never: 'Nie wieder',
    helped: 'Hat das geholfen?',
    yes: 'Ja',
    no: 'Nein',
    thanks: 'Danke.',
  },
  fr: {
    help: 'Aide',
    close: 'Fermer',
    why: 'Pourquoi ce message ?',
    noticed: 'Ce qui a été remarqué sur cette page :',
    chosen: 'Ce site a choisi de l’afficher ici.',
    sure: ['C’est une supposition.', 'C’est assez sûr.', 'C’est presque certain.'],
    pause: 'Suspendre pendant cette visite',
    never: 'Plus jamais',
    helped: 'Cela vous a-t-il aidé ?',
    yes: 'Oui',
    no: 'Non',
    thanks: 'Merci.',
  },
  es: {
    help: 'Ayuda',
    close: 'Cerrar',
    why: '¿Por qué veo esto?',
    noticed: 'Lo que se notó en esta página:',
    chosen: 'Este sitio eligió mostrarlo aquí.',
    sure: ['Es una suposición.', 'Es bastante seguro.', 'Es casi seguro.'],
    pause: 'Pausar durante esta visita',
    never: 'Nunca más',
    helped: '¿Le ha ayudado?',
    yes: 'Sí',
    no: 'No',
    thanks: 'Gracias.',
  },
};

/** The words for a language tag such as `de-AT`; English where there are none. */
export const wordsFor = (tag: string): Words => languages[tag.slice(0, 2).toLowerCase()] ?? languages.en!;

/** True for languages written from right to left. */
export const rightToLeft = (tag: string): boolean => /^(ar|fa|he|ur|yi|ps|dv|ckb|sd|ug)\b/i.test(tag);

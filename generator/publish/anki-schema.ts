/** The tables of an Anki collection, schema 11: what every Anki since 2.1 imports. */

export const ankiTables = `
CREATE TABLE col (
  id integer PRIMARY KEY, crt integer NOT NULL, mod integer NOT NULL, scm integer NOT NULL, ver integer NOT NULL,
  dty integer NOT NULL, usn integer NOT NULL, ls integer NOT NULL, conf text NOT NULL, models text NOT NULL,
  decks text NOT NULL, dconf text NOT NULL, tags text NOT NULL
);
CREATE TABLE notes (
  id integer PRIMARY KEY, guid text NOT NULL, mid integer NOT NULL, mod integer NOT NULL, usn integer NOT NULL,
  tags text NOT NULL, flds text NOT NULL, sfld integer NOT NULL, csum integer NOT NULL, flags integer NOT NULL,
  data text NOT NULL
);
CREATE TABLE cards (
  id integer PRIMARY KEY, nid integer NOT NULL, did integer NOT NULL, ord integer NOT NULL, mod integer NOT NULL,
  usn integer NOT NULL, type integer NOT NULL, queue integer NOT NULL, due integer NOT NULL, ivl integer NOT NULL,
  factor integer NOT NULL, reps integer NOT NULL, lapses integer NOT NULL, left integer NOT NULL,
  odue integer NOT NULL, odid integer NOT NULL, flags integer NOT NULL, data text NOT NULL
);
CREATE TABLE revlog (
  id integer PRIMARY KEY, cid integer NOT NULL, usn integer NOT NULL, ease integer NOT NULL, ivl integer NOT NULL,
  lastIvl integer NOT NULL, factor integer NOT NULL, time integer NOT NULL, type integer NOT NULL
);
CREATE TABLE graves (usn integer NOT NULL, oid integer NOT NULL, type integer NOT NULL);
CREATE INDEX ix_notes_usn ON notes (usn);
CREATE INDEX ix_cards_usn ON cards (usn);
CREATE INDEX ix_revlog_usn ON revlog (usn);
CREATE INDEX ix_cards_nid ON cards (nid);
CREATE INDEX ix_cards_sched ON cards (did, queue, due);
CREATE INDEX ix_revlog_cid ON revlog (cid);
CREATE INDEX ix_notes_csum ON notes (csum);
`;

const css = `.card { font: 18px/1.55 system-ui, sans-serif; max-width: 38em; margin: 1em auto; padding: 0 1em; text-align: left; }
.about { opacity: .65; font-size: .8em; }
code { font-family: ui-monospace, monospace; font-size: .9em; }
hr { border: 0; border-top: 1px solid currentColor; opacity: .25; margin: 1.2em 0; }`;

/** The fields of a note, in order. */
const ankiFields = ['Front', 'Back', 'About', 'Id'] as const;

/** The columns of `col` that are JSON. `seconds` is the time of the export, `newPerDay` Anki's own limit. */
export function ankiCollection(ids: { model: number; deck: number }, name: string, seconds: number) {
  const field = (title: string, ord: number) => ({
    name: title,
    ord,
    sticky: false,
    rtl: false,
    font: 'Arial',
    size: 18,
    media: [],
  });
  const model = {
    id: ids.model,
    name: 'Panelprep',
    type: 0,
    mod: seconds,
    usn: -1,
    sortf: 0,
    did: ids.deck,
    tmpls: [
      {
        name: 'Card 1',
        ord: 0,
        qfmt: '<div class="about">{{About}}</div>{{Front}}',
        afmt: '{{FrontSide}}<hr id="answer">{{Back}}',
        did: null,
        bqfmt: '',
        bafmt: '',
      },
    ],
    flds: ankiFields.map(field),
    css,
    latexPre: '',
    latexPost: '',
    tags: [],
    vers: [],
    req: [[0, 'any', [0]]],
  };
  const deck = (id: number, title: string, desc: string) => ({
    id,
    name: title,
    mod: seconds,
    usn: -1,
    desc,
    dyn: 0,
    conf: 1,
    collapsed: false,
    browserCollapsed: false,
    extendNew: 0,
    extendRev: 0,
    newToday: [0, 0],
    revToday: [0, 0],
    lrnToday: [0, 0],
    timeToday: [0, 0],
  });
  const options = {
    id: 1,
    name: 'Default',
    mod: 0,
    usn: 0,
    maxTaken: 120,
    autoplay: true,
    timer: 0,
    replayq: true,
    dyn: false,
    new: {
      delays: [1, 10],
      ints: [1, 4, 7],
      initialFactor: 2500,
      perDay: 20,
      order: 1,
      bury: true,
      separate: true,
    },
    rev: { perDay: 200, ease4: 1.3, fuzz: 0.05, ivlFct: 1, maxIvl: 36500, bury: true, minSpace: 1 },
    lapse: { delays: [10], mult: 0, minInt: 1, leechFails: 8, leechAction: 1 },
  };
  return {
    conf: {
      activeDecks: [1],
      curDeck: 1,
      curModel: ids.model,
      nextPos: 1,
      sortType: 'noteFld',
      sortBackwards: false,
      addToCur: true,
      newSpread: 0,
      dueCounts: true,
      estTimes: true,
      collapseTime: 1200,
      timeLim: 0,
      schedVer: 2,
    },
    models: { [ids.model]: model },
    decks: {
      1: deck(1, 'Default', ''),
      [ids.deck]: deck(
        ids.deck,
        name,
        'Made by Panelprep. Importing a newer deck keeps what you have learned.',
      ),
    },
    dconf: { 1: options },
  };
}

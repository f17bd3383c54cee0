import { type Row, type Sheet, start, type Table } from "./sheet.ts";

/**
 * What a person who depends on the values needs to hear of an edit:
 *
 * - `breaking`: code that compiled or matched no longer does; look before you upgrade
 * - `minor`: there is more than before, and nothing that worked stops working
 * - `patch`: only what people read has changed
 * - `nothing`: there is nothing to release
 * - `stop`: this is damage and no edit; a person must look before anything is released
 */
export type Verdict = "breaking" | "minor" | "patch" | "nothing" | "stop";

/** One edit of the pages, and the verdict that it needs, written down before any tool was asked. */
export interface Edit {
  readonly id: string;
  readonly what: string;
  readonly needs: Verdict;
  readonly why: string;
  readonly before: Sheet;
  readonly after: Sheet;
  /** Whoever publishes the values keeps no memory here: what is not in `after` is gone from the packages, too. */
  readonly forgets?: true;
}

interface Draft extends Pick<Edit, "what" | "needs" | "why" | "forgets"> {
  /** Makes the sheet before the edit of `start`. Default: `start` itself. */
  readonly from?: (sheet: Sheet) => Sheet;
  /** Makes the sheet after it, of `start` as well. */
  readonly to: (sheet: Sheet) => Sheet;
}

type Which = "events" | "reasons";
type OfSheet = (sheet: Sheet) => Sheet;

const inTable =
  (which: Which, change: (table: Table) => Table): OfSheet =>
  (sheet) => ({ ...sheet, [which]: change(sheet[which]) });
const inRows = (which: Which, change: (rows: readonly Row[]) => readonly Row[]): OfSheet =>
  inTable(which, (table) => ({ ...table, rows: change(table.rows) }));
const inRow = (which: Which, value: string, change: Partial<Row>): OfSheet =>
  inRows(which, (rows) => rows.map((row) => (row.value === value ? { ...row, ...change } : row)));
const text = (value: string, said: string): OfSheet => inRow("reasons", value, { text: said });
const without = (which: Which, values: readonly string[]): OfSheet =>
  inRows(which, (rows) => rows.filter(({ value }) => !values.includes(value)));
const added = (index: number, row: Row): OfSheet => inRows("reasons", (rows) => rows.toSpliced(index, 0, row));
const layout =
  (kind: NonNullable<Sheet["layout"]>): OfSheet =>
  (sheet) => ({ ...sheet, layout: kind });
const all =
  (...changes: readonly OfSheet[]): OfSheet =>
  (sheet) =>
    changes.reduce((changed, change) => change(changed), sheet);

const battery: Row = { value: "battery_low", text: "The device ran out of power.", events: ["cancelled"] };
const screens: Table = {
  type: "Screen",
  intro: "A screen is where the person stood.",
  rows: [
    { value: "consent_shown", text: "The person is asked for consent." },
    { value: "camera_shown", text: "The person takes a picture." },
  ],
};

const drafts: Readonly<Record<string, Draft>> = {
  "same-page": {
    what: "The page is fetched again and says the same",
    needs: "nothing",
    why: "No fact differs, so a release would only make people read it.",
    to: (sheet) => sheet,
  },
  "cells-padded": {
    what: "The cells are padded so that the columns line up",
    needs: "nothing",
    why: "Space around a cell is no part of what it says.",
    to: layout("padded"),
  },
  "other-line-endings": {
    what: "The file is saved with another system's line endings and a byte-order mark",
    needs: "nothing",
    why: "No reader of the page sees a difference.",
    to: layout("windows"),
  },
  "rows-lower": {
    what: "A paragraph is added above the tables",
    needs: "nothing",
    why: "Rows stand on other lines; what they say of the values is the same.",
    to: layout("lower"),
  },
  "columns-swapped": {
    what: "The columns of the tables change places",
    needs: "nothing",
    why: "Columns are known by their headers; every value keeps every fact.",
    to: layout("swapped"),
  },

  "text-reworded": {
    what: "A description is reworded",
    needs: "patch",
    why: "People read it in their editor; no code has to change.",
    to: text("tab_closed", "The browser tab was closed by the person."),
  },
  "text-longer": {
    what: "A description gets one more sentence",
    needs: "patch",
    why: "As a reworded one.",
    to: text("tab_closed", "The person closed the tab. It cannot be told from a crash."),
  },
  "text-quotes": {
    what: "Straight quotation marks become typographic ones",
    needs: "patch",
    why: "The text that people read differs, if only in its spelling.",
    to: text("consent_refused", "The person pressed “Cancel” when asked for consent."),
  },
  "text-link": {
    what: "A link in a description leads elsewhere",
    needs: "patch",
    why: "The words are the same, and whoever follows the link ends elsewhere.",
    to: text("continue_clicked", "The person chose not to wait, see [waiting](https://docs.example.com/wait)."),
  },
  "text-formatted": {
    what: "A word of a description is set in code",
    needs: "patch",
    why: "The words are the same and are shown differently.",
    to: text("continue_clicked", "The person chose not to wait, see [`waiting`](https://docs.example.com/waiting)."),
  },
  "texts-exchanged": {
    what: "Two values exchange their descriptions",
    needs: "patch",
    why: "A correction of what people read. The values themselves are as they were.",
    to: all(
      text("tab_closed", "The session was too old to go on."),
      text("session_expired", "The person closed the tab."),
    ),
  },
  "intro-reworded": {
    what: "What the page says of the whole table is reworded",
    needs: "patch",
    why: "It stands above the enum in the editor.",
    to: inTable("reasons", (table) => ({ ...table, intro: "A reason tells why the event came about." })),
  },
  "rows-exchanged": {
    what: "Two rows change places",
    needs: "patch",
    why: "Lists and menus made of the values come in another order; no name and no value differs.",
    to: inRows("reasons", ([first, second, ...others]) => [second as Row, first as Row, ...others]),
  },
  "page-moved": {
    what: "The page moves to another address",
    needs: "patch",
    why: "The packages cite their source; the old citation leads nowhere.",
    to: (sheet) => ({ ...sheet, url: "https://docs.example.com/webhooks/events" }),
  },

  "value-added-last": {
    what: "A value is added below the others",
    needs: "minor",
    why: "There is one more to import. A reader takes values that it does not know, so that nobody breaks.",
    to: added(10, battery),
  },
  "value-added-first": {
    what: "A value is added above the others",
    needs: "minor",
    why: "As below them: where it stands must not renumber or rename the others.",
    to: added(0, battery),
  },
  "value-added-and-text": {
    what: "A value is added and another one's description is reworded",
    needs: "minor",
    why: "The greater of the two steps.",
    to: all(added(5, battery), text("tab_closed", "The browser tab was closed by the person.")),
  },
  "value-with-digit": {
    what: "A value is added that begins with a digit",
    needs: "minor",
    why: "An addition. That it is no identifier as it stands is the tool's concern.",
    to: added(10, { ...battery, value: "3ds_refused" }),
  },
  "value-with-dash": {
    what: "A value is added that differs from another only by a dash for an underscore",
    needs: "minor",
    why: "Two values are two values. The old one must keep its name.",
    to: added(10, { ...battery, value: "tab-closed" }),
  },
  "value-in-capitals": {
    what: "A value is added that differs from another only in its capitals",
    needs: "minor",
    why: "Senders and `===` tell them apart. The old one must keep its name.",
    to: added(10, { ...battery, value: "Tab_Closed" }),
  },
  "event-added": {
    what: "An event is added with a code of its own",
    needs: "minor",
    why: "Both enums have one member more.",
    to: inRows("events", (rows) => [...rows, { value: "resumed", text: "The person is back.", code: 7011 }]),
  },
  "table-added": {
    what: "A third table becomes an enum",
    needs: "minor",
    why: "There is one more enum to import.",
    to: (sheet) => ({ ...sheet, screens }),
  },
  "relation-added": {
    what: "A reason now comes with one more event",
    needs: "minor",
    why: "There is more to look up; what was there is as it was.",
    to: inRow("reasons", "tab_closed", { events: ["cancelled", "waiting"] }),
  },
  "value-gone": {
    what: "The page no longer has a value; it is kept as deprecated",
    needs: "minor",
    why: "Retries and stored history still bring it, so it stays; people are told that it is deprecated.",
    to: inRow("reasons", "handed_over", { gone: {} }),
  },
  "value-renamed": {
    what: "A value is renamed; the old one is kept as deprecated in favour of the new",
    needs: "minor",
    why: "Both can arrive, and code that knows the old one still compiles and is told of its successor.",
    to: all(
      inRow("reasons", "handed_over", { gone: { successor: "device_changed" } }),
      added(9, {
        value: "device_changed",
        text: "The person went on with another device.",
        events: ["cancelled", "waiting"],
      }),
    ),
  },
  "value-replaced": {
    what: "A value goes, kept as deprecated, and an unrelated one comes",
    needs: "minor",
    why: "An addition and a deprecation; they are no rename.",
    to: all(inRow("reasons", "handed_over", { gone: {} }), added(10, battery)),
  },
  "value-recased": {
    what: "A value is written in capitals from now on; the old spelling is kept as deprecated",
    needs: "minor",
    why: "On the wire they are two values, and both can arrive.",
    to: all(
      inRow("reasons", "handed_over", { gone: { successor: "HANDED_OVER" } }),
      added(9, {
        value: "HANDED_OVER",
        text: "The person went on with another device.",
        events: ["cancelled", "waiting"],
      }),
    ),
  },
  "value-back": {
    what: "A deprecated value is on the page again",
    needs: "minor",
    why: "It is no longer deprecated: warnings go, nothing else changes.",
    from: inRow("reasons", "handed_over", { gone: {} }),
    to: (sheet) => sheet,
  },

  "value-dropped": {
    what: "A value goes from the packages altogether",
    needs: "breaking",
    why: "Code that names it stops compiling, although it can still arrive.",
    to: without("reasons", ["handed_over"]),
    forgets: true,
  },
  "deprecated-dropped": {
    what: "A value that was deprecated goes from the packages altogether",
    needs: "breaking",
    why: "Code that names it stops compiling all the same.",
    from: inRow("reasons", "handed_over", { gone: {} }),
    to: without("reasons", ["handed_over"]),
    forgets: true,
  },
  "identifier-changed": {
    what: "A member gets another name and keeps its value",
    needs: "breaking",
    why: "Code that uses the old name stops compiling.",
    from: inRow("reasons", "handed_over", { name: "HandedOver" }),
    to: inRow("reasons", "handed_over", { name: "WentToOtherDevice" }),
    forgets: true,
  },
  "value-under-name": {
    what: "A member keeps its name and gets another value",
    needs: "breaking",
    why: "Everything compiles, and the comparison with what arrives no longer matches. The worst kind.",
    from: inRow("reasons", "handed_over", { name: "HandedOver" }),
    to: inRow("reasons", "handed_over", { name: "HandedOver", value: "hand_over" }),
    forgets: true,
  },
  "code-changed": {
    what: "An event gets another code",
    needs: "breaking",
    why: "Code that compares with the old number no longer matches.",
    to: inRow("events", "waiting", { code: 7107 }),
  },
  "codes-exchanged": {
    what: "Two events exchange their codes",
    needs: "breaking",
    why: "Each number now means the other event, and everything still compiles.",
    to: all(inRow("events", "finished", { code: 7010 }), inRow("events", "cancelled", { code: 7009 })),
  },
  "enum-renamed": {
    what: "An enum is exported under another name",
    needs: "breaking",
    why: "Imports by the old name stop compiling.",
    to: inTable("reasons", (table) => ({ ...table, type: "FlowReason" })),
  },
  "table-dropped": {
    what: "An enum goes from the packages altogether",
    needs: "breaking",
    why: "Imports stop compiling.",
    from: (sheet) => ({ ...sheet, screens }),
    to: (sheet) => sheet,
    forgets: true,
  },
  "relation-dropped": {
    what: "A reason no longer comes with one of its events, and nothing remembers that it did",
    needs: "breaking",
    why: "A look-up gives one value fewer than the code that uses it was written for.",
    to: inRow("reasons", "handed_over", { events: ["cancelled"] }),
    forgets: true,
  },

  "half-of-the-rows": {
    what: "The page loses half of its rows at once",
    needs: "stop",
    why: "It has happened, and was undone the same day. Nobody deprecates half of a table without a word.",
    to: without("reasons", ["end_confirmed", "end_timed_out", "error_exit", "tab_closed", "session_expired"]),
  },
  "texts-lost": {
    what: "Every description is empty",
    needs: "stop",
    why: "A broken copy. Released, it would take the words out of everybody's editor.",
    to: inRows("reasons", (rows) => rows.map((row) => ({ ...row, text: "" }))),
  },
  "texts-shifted": {
    what: "Every description stands one row too low",
    needs: "stop",
    why: "More than half of the texts changed at once: a slip of the table, not an edit of each.",
    to: inRows("reasons", (rows) => rows.map((row, index) => ({ ...row, text: (rows.at(index - 1) as Row).text }))),
  },
  "codes-lost": {
    what: "The column of codes is empty",
    needs: "stop",
    why: "A broken copy: no event lost its code.",
    to: inRows("events", (rows) => rows.map(({ code: _, ...row }) => row)),
  },
  "relations-lost": {
    what: "The column of events is empty",
    needs: "stop",
    why: "A broken copy: the reasons belong to events as before.",
    to: inRows("reasons", (rows) => rows.map(({ events: _, ...row }) => row)),
  },
  "values-lost": {
    what: "A copy without its code spans has lost each value",
    needs: "stop",
    why: "Seen in the wild. There is no vocabulary left to release.",
    to: layout("bare"),
  },
};

/** Every edit, those that need nothing first. */
export const edits: readonly Edit[] = Object.entries(drafts).map(([id, { from, to, ...facts }]) => ({
  id,
  ...facts,
  before: from?.(start) ?? start,
  after: to(start),
}));

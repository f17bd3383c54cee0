import type { Entry, IsoDate, Relation, Value } from "@flow-catalog/catalog";
import type { DraftEntry } from "./entry.ts";
import type { Ledger, LedgerEntry, LedgerVocabulary } from "./ledger.ts";
import { own, record } from "./record.ts";

export interface Dates {
  /** Date that a page gives for itself now. */
  readonly now: (page: string) => IsoDate | null;
  /** Date that it gave when it was last read. */
  readonly before: (page: string) => IsoDate | null;
}

export function datesOf(ledger: Ledger, now: Dates["now"]): Dates {
  return { now, before: (page) => own(ledger.pages, page)?.published ?? null };
}

/** What the ledger will know of each value: the documented ones as they stand, the others as they last stood. */
export function rememberEntries(
  known: LedgerVocabulary | undefined,
  drafts: readonly DraftEntry[],
  names: ReadonlyMap<Value, string>,
  dates: Dates,
): readonly LedgerEntry[] {
  const documented = new Map(drafts.map((draft) => [draft.value, draft]));
  const kept = (known?.entries ?? []).map((entry) => {
    const draft = documented.get(entry.value);
    return draft === undefined ? bury(entry, dates) : refresh(entry, draft, dates);
  });
  const before = new Set((known?.entries ?? []).map((entry) => entry.value));
  const newcomers = drafts
    .filter((draft) => !before.has(draft.value))
    .map((draft) => toLedger(draft, names.get(draft.value) as string, dates.now(draft.facts[0].page), draft.relations));
  return [...kept, ...newcomers];
}

/** An entry that no page documents. The date it was last seen is set once and stays. */
export function bury(entry: LedgerEntry, dates: Pick<Dates, "before">): LedgerEntry {
  if (entry.lastSeen !== undefined) return entry;
  const page = entry.descriptions[0]?.source.page;
  return { ...entry, lastSeen: page === undefined ? null : dates.before(page) };
}

function refresh(before: LedgerEntry, draft: DraftEntry, dates: Dates): LedgerEntry {
  const relations = rememberRelations(before.relations, draft, dates);
  return toLedger(draft, before.name, before.since, relations);
}

function rememberRelations(before: Entry["relations"], draft: DraftEntry, dates: Dates): Entry["relations"] {
  const all = record<readonly Relation[]>(Object.entries(draft.relations ?? {}));
  for (const [vocabulary, relations] of Object.entries(before ?? {})) {
    const now = own(all, vocabulary) ?? [];
    const gone = relations
      .filter(({ value }) => !now.some((relation) => relation.value === value))
      .map((relation) =>
        relation.lastSeen === undefined ? { ...relation, lastSeen: dates.before(draft.facts[0].page) } : relation,
      );
    if (now.length + gone.length > 0) all[vocabulary] = [...now, ...gone];
  }
  return Object.keys(all).length > 0 ? all : undefined;
}

function toLedger(draft: DraftEntry, name: string, since: IsoDate | null, relations: Entry["relations"]): LedgerEntry {
  return {
    value: draft.value,
    name,
    title: draft.title,
    since,
    descriptions: draft.descriptions,
    ...(relations === undefined ? {} : { relations }),
    ...(draft.attributes === undefined ? {} : { attributes: draft.attributes }),
    evidence: draft.evidence,
  };
}

/** The entries of the catalog: documented ones in documentation order, then the tombstones in the ledger's. */
export function entriesOf(remembered: readonly LedgerEntry[], drafts: readonly DraftEntry[]): readonly Entry[] {
  const byValue = new Map(remembered.map((entry) => [entry.value, entry]));
  const documented = drafts.map((draft) => byValue.get(draft.value) as LedgerEntry);
  const gone = remembered.filter((entry) => entry.lastSeen !== undefined);
  return [...documented, ...gone].map(toEntry);
}

function toEntry({ lastSeen, since, ...entry }: LedgerEntry): Entry {
  const { value, name, title, descriptions, relations, attributes, evidence } = entry;
  return {
    value,
    name,
    title,
    descriptions,
    ...(relations === undefined ? {} : { relations }),
    ...(attributes === undefined ? {} : { attributes }),
    evidence,
    since,
    ...(lastSeen === undefined ? {} : { deprecated: { lastSeen } }),
  };
}

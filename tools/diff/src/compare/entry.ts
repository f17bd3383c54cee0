import type { Entry, Value } from "@flow-catalog/catalog";
import type { Change } from "../change/change.ts";
import { diffDescriptions } from "./descriptions.ts";
import { equal } from "./equal.ts";
import type { Kept } from "./lists.ts";
import { own, pairs } from "./record.ts";
import { diffRelations } from "./relations.ts";

/** What an entry's changes need to know of its vocabulary. */
export interface EntryContext {
  readonly vocabulary: string;
  /** Ids of the attributes that are enums of their own. */
  readonly exported: { readonly before: ReadonlySet<string>; readonly after: ReadonlySet<string> };
}

type KeptEntry = Kept<Value, Entry>;

/** What changed in a value that both catalogs have. */
export function diffEntry(context: EntryContext, kept: KeptEntry): readonly Change[] {
  const { before, after } = kept;
  if (equal(before, after)) return [];
  const at = { vocabulary: context.vocabulary, value: kept.key };
  return [
    ...diffLife(at, kept),
    ...diffFacts(at, before, after),
    ...diffDescriptions(at, before.descriptions, after.descriptions),
    ...diffRelations(at, before.relations, after.relations),
    ...diffAttributes(at, context.exported, before, after),
  ];
}

/** Where a change belongs. */
export interface AtEntry {
  readonly vocabulary: string;
  readonly value: Value;
}

function diffLife(at: AtEntry, { before, after, place }: KeptEntry): readonly Change[] {
  const from = before.deprecated;
  const to = after.deprecated;
  if (equal(from, to)) return [];
  if (to === undefined) return from === undefined ? [] : [{ kind: "entry-back", ...at, from, after: place }];

  const tombstone = { deprecated: to, texts: before.descriptions.map(({ text }) => text), after: place };
  if (to.successor !== undefined && from?.successor === undefined) {
    return [{ kind: "entry-renamed", ...at, successor: to.successor, from: from ?? null, ...tombstone }];
  }
  return from === undefined
    ? [{ kind: "entry-gone", ...at, ...tombstone }]
    : [{ kind: "deprecation-changed", ...at, from, to }];
}

function diffFacts(at: AtEntry, before: Entry, after: Entry): readonly Change[] {
  const changes: Change[] = [];
  if (before.name !== after.name) {
    changes.push({ kind: "identifier-changed", ...at, from: before.name, to: after.name });
  }
  if (before.title !== after.title) changes.push({ kind: "title-changed", ...at, from: before.title, to: after.title });
  if (!equal(before.evidence, after.evidence)) {
    changes.push({ kind: "evidence-changed", ...at, from: before.evidence, to: after.evidence });
  }
  if (before.since !== after.since) changes.push({ kind: "since-changed", ...at, from: before.since, to: after.since });
  const notes = { from: before.notes ?? [], to: after.notes ?? [] };
  if (!equal(notes.from, notes.to)) changes.push({ kind: "notes-changed", ...at, ...notes });
  return changes;
}

function diffAttributes(
  at: AtEntry,
  exported: EntryContext["exported"],
  before: Entry,
  after: Entry,
): readonly Change[] {
  const gone = pairs(before.attributes).filter(([id]) => own(after.attributes, id) === undefined);
  return [
    ...pairs(after.attributes).flatMap(([attribute, to]): readonly Change[] => {
      const from = own(before.attributes, attribute);
      if (from === to) return [];
      return from === undefined
        ? [{ kind: "attribute-added", ...at, attribute, exported: exported.after.has(attribute), to }]
        : [{ kind: "attribute-changed", ...at, attribute, exported: exported.before.has(attribute), from, to }];
    }),
    ...gone.map(
      ([attribute, from]): Change => ({
        kind: "attribute-gone",
        ...at,
        attribute,
        exported: exported.before.has(attribute),
        from,
      }),
    ),
  ];
}

import type { Entry, Value, Vocabulary } from "@flow-catalog/catalog";
import type { Change } from "../change/change.ts";
import { describeEdit } from "./descriptions.ts";
import { diffEntry } from "./entry.ts";
import { equal } from "./equal.ts";
import { diffAttributeKinds, diffRelationKinds } from "./kinds.ts";
import { compareLists } from "./lists.ts";

/** What changed in a vocabulary that both catalogs have. */
export function diffVocabulary(vocabulary: string, before: Vocabulary, after: Vocabulary): readonly Change[] {
  return [
    ...diffFacts(vocabulary, before, after),
    ...diffDescription(vocabulary, before, after),
    ...diffRelationKinds(vocabulary, before, after),
    ...diffAttributeKinds(vocabulary, before, after),
    ...diffEntries(vocabulary, before, after),
  ];
}

function diffFacts(vocabulary: string, before: Vocabulary, after: Vocabulary): readonly Change[] {
  const changes: Change[] = [];
  if (before.title !== after.title) {
    changes.push({ kind: "vocabulary-title-changed", vocabulary, from: before.title, to: after.title });
  }
  if (before.type !== after.type) changes.push({ kind: "type-changed", vocabulary, from: before.type, to: after.type });
  if (!equal(before.exports, after.exports)) {
    changes.push({ kind: "exports-changed", vocabulary, from: before.exports, to: after.exports });
  }
  return changes;
}

function diffDescription(vocabulary: string, before: Vocabulary, after: Vocabulary): readonly Change[] {
  const from = before.description;
  const to = after.description;
  if (equal(from, to)) return [];
  if (from === undefined) return to === undefined ? [] : [{ kind: "vocabulary-description-added", vocabulary, to }];
  if (to === undefined) return [{ kind: "vocabulary-description-gone", vocabulary, from }];
  if (from.text === to.text && from.markdown === to.markdown) {
    return [{ kind: "vocabulary-source-changed", vocabulary, from: from.source, to: to.source }];
  }
  return [{ kind: "vocabulary-description-changed", vocabulary, ...describeEdit(from, to) }];
}

function diffEntries(vocabulary: string, before: Vocabulary, after: Vocabulary): readonly Change[] {
  const { added, dropped, kept, moved } = compareLists<Value, Entry>(
    before.entries.map((entry) => [entry.value, entry]),
    after.entries.map((entry) => [entry.value, entry]),
    (old, now) => (old.deprecated === undefined) === (now.deprecated === undefined),
  );
  const exported = { before: exportedAttributes(before), after: exportedAttributes(after) };
  return [
    ...added.map(
      (one): Change => ({ kind: "entry-added", vocabulary, value: one.key, to: one.item, after: one.after }),
    ),
    ...dropped.map((one): Change => ({ kind: "entry-dropped", vocabulary, value: one.key, from: one.item })),
    ...kept.flatMap((one) => diffEntry({ vocabulary, exported }, one)),
    ...(moved.length > 0 ? [{ kind: "order-changed", list: { of: "entries", vocabulary }, moved } as const] : []),
  ];
}

/** Ids of the attributes that are enums of their own. */
function exportedAttributes({ attributes }: Vocabulary): ReadonlySet<string> {
  const kinds = Object.entries(attributes ?? {});
  return new Set(kinds.filter(([, kind]) => kind.exports !== undefined).map(([id]) => id));
}

import type { Catalog, Page, Vocabulary } from "@flow-catalog/catalog";
import type { Change } from "../change/change.ts";
import { compareLists } from "./lists.ts";
import { diffVocabulary } from "./vocabulary.ts";

/**
 * Every difference between two catalogs, in the order of the new one. Lists of values are compared by value, so a row
 * that is inserted is one change and not a change of every row behind it. What is left out because it is empty and what
 * is there and empty are the same.
 */
export function diff(before: Catalog, after: Catalog): readonly Change[] {
  const schema: readonly Change[] =
    before.$schema === after.$schema ? [] : [{ kind: "schema-changed", from: before.$schema, to: after.$schema }];
  return [
    ...schema,
    ...diffPages(before.pages, after.pages),
    ...diffVocabularies(before.vocabularies, after.vocabularies),
  ];
}

function diffPages(before: Catalog["pages"], after: Catalog["pages"]): readonly Change[] {
  const { added, dropped, kept, moved } = compareLists<string, Page>(Object.entries(before), Object.entries(after));
  const fields = ["title", "url", "published", "hash"] as const;
  return [
    ...added.map((one): Change => ({ kind: "page-added", page: one.key, to: one.item, after: one.after })),
    ...dropped.map((one): Change => ({ kind: "page-gone", page: one.key, from: one.item })),
    ...kept.flatMap(({ key, before: old, after: now }) =>
      fields
        .filter((field) => old[field] !== now[field])
        .map((field): Change => ({ kind: "page-changed", page: key, field, from: old[field], to: now[field] })),
    ),
    ...(moved.length > 0 ? [{ kind: "order-changed", list: { of: "pages" }, moved } as const] : []),
  ];
}

function diffVocabularies(before: Catalog["vocabularies"], after: Catalog["vocabularies"]): readonly Change[] {
  const { added, dropped, kept, moved } = compareLists<string, Vocabulary>(
    Object.entries(before),
    Object.entries(after),
    (old, now) => isDocumented(old) === isDocumented(now),
  );
  return [
    ...added.map((one): Change => ({ kind: "vocabulary-added", vocabulary: one.key, to: one.item, after: one.after })),
    ...dropped.map((one): Change => ({ kind: "vocabulary-dropped", vocabulary: one.key, from: one.item })),
    ...kept.flatMap(({ key, before: old, after: now, place }): readonly Change[] => [
      ...diffLife(key, isDocumented(old), isDocumented(now), place),
      ...diffVocabulary(key, old, now),
    ]),
    ...(moved.length > 0 ? [{ kind: "order-changed", list: { of: "vocabularies" }, moved } as const] : []),
  ];
}

function diffLife(vocabulary: string, before: boolean, after: boolean, place: string | null): readonly Change[] {
  if (before === after) return [];
  return [{ kind: after ? "vocabulary-back" : "vocabulary-gone", vocabulary, after: place }];
}

/** Whether the pages document any of its values. */
function isDocumented({ entries }: Vocabulary): boolean {
  return entries.some((entry) => entry.deprecated === undefined);
}

import type { Description } from "@flow-catalog/catalog";
import type { Change } from "../change/change.ts";
import type { DescriptionEdit } from "../change/description.ts";
import { cosmeticDifferences, fold } from "./cosmetic.ts";
import type { AtEntry } from "./entry.ts";
import { movedKeys, predecessors } from "./order.ts";
import { compareWords } from "./words.ts";

interface Pair {
  readonly from: Description;
  readonly to: Description;
}

/** The difference of two descriptions of one thing. */
export function describeEdit(from: Description, to: Description): DescriptionEdit {
  return { from, to, words: compareWords(from.text, to.text), cosmetic: cosmeticDifferences(from, to) };
}

/**
 * What changed in an entry's descriptions. Each text stands once in an entry, so a text is what a description is known
 * by.
 */
export function diffDescriptions(
  at: AtEntry,
  before: readonly Description[],
  after: readonly Description[],
): readonly Change[] {
  const matched = matchDescriptions(before, after);
  const partners = new Map(matched.map((pair) => [pair.to, pair]));
  const survivors = new Set(matched.map((pair) => pair.from));
  const places = predecessors(after.map(({ text }) => text));
  const placeOf = (text: string): string | null => places.get(text) ?? null;

  const newText = new Map(matched.map(({ from, to }) => [from, to.text]));
  const moved = movedKeys(
    before.flatMap((description) => newText.get(description) ?? []),
    after.filter((description) => partners.has(description)).map(({ text }) => text),
  ).map((key) => ({ key, after: placeOf(key) }));
  const { vocabulary, value } = at;
  return [
    ...after.flatMap((to): readonly Change[] => {
      const pair = partners.get(to);
      return pair === undefined
        ? [{ kind: "description-added", ...at, to, after: placeOf(to.text) }]
        : diffDescription(at, pair);
    }),
    ...before
      .filter((description) => !survivors.has(description))
      .map((from): Change => ({ kind: "description-gone", ...at, from })),
    ...(moved.length > 0
      ? [{ kind: "order-changed", list: { of: "descriptions", vocabulary, value }, moved } as const]
      : []),
  ];
}

function diffDescription(at: AtEntry, { from, to }: Pair): readonly Change[] {
  const changes: Change[] = [];
  const { text } = to;
  if (from.text !== text || from.markdown !== to.markdown) {
    changes.push({ kind: "description-changed", ...at, ...describeEdit(from, to) });
  }
  if (from.source.heading !== to.source.heading) {
    changes.push({ kind: "heading-changed", ...at, text, from: from.source.heading, to: to.source.heading });
  }
  const row = ({ source }: Description) => ({ page: source.page, row: source.row });
  const moved = from.source.page !== to.source.page;
  const sameTextOfAnotherRow = from.text === text && from.source.row !== to.source.row;
  if (moved || sameTextOfAnotherRow) {
    changes.push({ kind: "source-changed", ...at, text, from: row(from), to: row(to) });
  }
  return changes;
}

/** Which old description became which new one: the same text, else a text written differently, else the most alike. */
function matchDescriptions(before: readonly Description[], after: readonly Description[]): readonly Pair[] {
  const pairs: Pair[] = [];
  const old = new Set(before);
  const now = new Set(after);
  const match = (from: Description, to: Description) => {
    pairs.push({ from, to });
    old.delete(from);
    now.delete(to);
  };
  for (const key of [({ text }: Description) => text, ({ text }: Description) => fold(text)]) {
    for (const to of [...now]) {
      const from = [...old].find((candidate) => key(candidate) === key(to));
      if (from !== undefined) match(from, to);
    }
  }
  const rest = [...old].flatMap((from) => [...now].map((to) => ({ from, to, likeness: likeness(from.text, to.text) })));
  for (const { from, to } of rest.toSorted((a, b) => b.likeness - a.likeness)) {
    if (old.has(from) && now.has(to)) match(from, to);
  }
  return pairs;
}

/** The part of all their words that two texts share, from 0 to 1. */
function likeness(a: string, b: string): number {
  const words = (text: string) =>
    new Set(
      fold(text)
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu),
    );
  const old = words(a);
  const now = words(b);
  const shared = [...old].filter((word) => now.has(word)).length;
  return shared === 0 ? 0 : shared / (old.size + now.size - shared);
}

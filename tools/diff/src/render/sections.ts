import { entryValueOf, vocabularyOf } from "../apply/scope.ts";
import type { Change, ChangeKind } from "../change/change.ts";
import { type Bump, compareBumps } from "../version/bump.ts";
import { bumpOfChange } from "../version/bump-of.ts";
import { isDigest } from "../version/extent.ts";
import { meaningOf } from "../version/meaning.ts";
import { headlineOf } from "./headline.ts";
import { type Item, itemsOf } from "./item.ts";

/** Changes of one sort in one place. */
export interface Group {
  readonly kind: ChangeKind;
  /** "3 values added". */
  readonly headline: string;
  readonly bump: Bump;
  readonly meaning: string;
  readonly sign: "+" | "-" | "~";
  readonly items: readonly Item[];
}

/** All that changed about the catalog and its pages, or in one vocabulary. The gravest comes first. */
export interface Section {
  /** Absent for the catalog as a whole. */
  readonly vocabulary?: string;
  readonly groups: readonly Group[];
}

/** Orders changes for reading: by place, then by kind. */
export function sectionsOf(changes: readonly Change[]): readonly Section[] {
  const places = Map.groupBy(withoutExplainedDigests(changes), (change) => JSON.stringify(placeOf(change)));
  return [...places.values()].map((list) => ({ ...placeOf(list[0] as Change), groups: groupsOf(list) }));
}

/** One line over everything: "2 values added, 1 description changed". */
export function summaryOf(changes: readonly Change[]): string {
  const kinds = Map.groupBy(withoutExplainedDigests(changes), (change) => headlineOf(change, 2));
  const sorted = [...kinds.values()].toSorted((a, b) =>
    compareBumps(bumpOfChange(b[0] as Change), bumpOfChange(a[0] as Change)),
  );
  const parts = sorted.map((list) => headlineOf(list[0] as Change, list.flatMap(itemsOf).length));
  return parts.length === 0 ? "Nothing changed" : parts.join(", ");
}

function placeOf(change: Change): Pick<Section, "vocabulary"> {
  const vocabulary = vocabularyOf(change);
  // A vocabulary as a whole comes and goes in the catalog; what happens inside it is its own.
  const whole = change.kind === "vocabulary-added" || change.kind === "vocabulary-dropped";
  return vocabulary === undefined || whole ? {} : { vocabulary };
}

function groupsOf(changes: readonly Change[]): readonly Group[] {
  const groups = Map.groupBy(changes, (change) => JSON.stringify([headlineOf(change, 2), meaningOf(change)]));
  return [...groups.values()]
    .map((list): Group => {
      const first = list[0] as Change;
      const items = list.flatMap(itemsOf);
      const bump = list.map(bumpOfChange).toSorted(compareBumps).at(-1) ?? "none";
      return {
        kind: first.kind,
        headline: headlineOf(first, items.length),
        bump,
        meaning: meaningOf(first),
        sign: signOf(first),
        items,
      };
    })
    .toSorted((a, b) => compareBumps(b.bump, a.bump));
}

function signOf({ kind }: Change): Group["sign"] {
  if (kind.endsWith("-added") || kind.endsWith("-back")) return "+";
  return kind.endsWith("-gone") || kind.endsWith("-dropped") ? "-" : "~";
}

/** Without the digests that changed because of something that is named anyway. */
function withoutExplainedDigests(changes: readonly Change[]): readonly Change[] {
  const keyOf = (change: Change) => JSON.stringify([vocabularyOf(change), entryValueOf(change)]);
  const named = changes.filter((change) => !isDigest(change));
  const keys = new Set(named.map(keyOf));
  const inTables = named.some((change) => vocabularyOf(change) !== undefined);
  const explained = (change: Change) => (change.kind === "page-changed" ? inTables : keys.has(keyOf(change)));
  return changes.filter((change) => !isDigest(change) || !explained(change));
}

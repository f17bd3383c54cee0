import type { Entry, Relation, Value } from "@flow-catalog/catalog";
import type { Change } from "../change/change.ts";
import type { AtEntry } from "./entry.ts";
import { compareLists, type Kept } from "./lists.ts";
import { own, pairs } from "./record.ts";

type Relations = Entry["relations"];

/** What changed in the values of other vocabularies that an entry points at. */
export function diffRelations(at: AtEntry, before: Relations, after: Relations): readonly Change[] {
  const ids = new Set([...pairs(after), ...pairs(before)].map(([id]) => id));
  return [...ids].flatMap((relation) =>
    diffRelation({ ...at, relation }, own(before, relation) ?? [], own(after, relation) ?? []),
  );
}

type AtRelation = AtEntry & { readonly relation: string };

function diffRelation(at: AtRelation, before: readonly Relation[], after: readonly Relation[]): readonly Change[] {
  const { added, dropped, kept, moved } = compareLists<Value, Relation>(
    before.map((relation) => [relation.value, relation]),
    after.map((relation) => [relation.value, relation]),
    (old, now) => (old.lastSeen === undefined) === (now.lastSeen === undefined),
  );
  const { vocabulary, value, relation } = at;
  return [
    ...added.map(
      ({ key, item, after }): Change => ({ kind: "relation-added", ...at, related: key, ...seen(item), after }),
    ),
    ...dropped.map(({ key, item }): Change => ({ kind: "relation-dropped", ...at, related: key, ...seen(item) })),
    ...kept.flatMap((one) => diffSeen(at, one)),
    ...(moved.length > 0
      ? [{ kind: "order-changed", list: { of: "relations", vocabulary, value, relation }, moved } as const]
      : []),
  ];
}

function diffSeen(at: AtRelation, { key: related, before, after, place }: Kept<Value, Relation>): readonly Change[] {
  const from = before.lastSeen;
  const to = after.lastSeen;
  if (from === to) return [];
  if (from === undefined)
    return to === undefined ? [] : [{ kind: "relation-gone", ...at, related, lastSeen: to, after: place }];
  if (to === undefined) return [{ kind: "relation-back", ...at, related, from, after: place }];
  return [{ kind: "relation-last-seen-changed", ...at, related, from, to }];
}

/** Only what is there: an absent date and no date are two things. */
function seen({ lastSeen }: Relation): Pick<Relation, "lastSeen"> {
  return lastSeen === undefined ? {} : { lastSeen };
}

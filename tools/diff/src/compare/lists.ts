import type { Placement } from "../change/order.ts";
import { movedKeys, predecessors } from "./order.ts";

export interface Kept<Key, Item> {
  readonly key: Key;
  readonly before: Item;
  readonly after: Item;
  /** Behind which key it stands in the new list. */
  readonly place: Key | null;
}

export interface ComparedLists<Key, Item> {
  readonly added: readonly { readonly key: Key; readonly item: Item; readonly after: Key | null }[];
  readonly dropped: readonly { readonly key: Key; readonly item: Item }[];
  /** In the order of the new list. */
  readonly kept: readonly Kept<Key, Item>[];
  readonly moved: readonly Placement<Key>[];
}

export type KeyedList<Key, Item> = readonly (readonly [key: Key, item: Item])[];

/**
 * Compares two lists of items by key. An item that does not `stay` (a value that becomes a tombstone goes to the end of
 * its list) changes its place by that, so its move is no change of order.
 */
export function compareLists<Key, Item>(
  before: KeyedList<Key, Item>,
  after: KeyedList<Key, Item>,
  stays: (before: Item, after: Item) => boolean = () => true,
): ComparedLists<Key, Item> {
  const old = new Map(before);
  const now = new Map(after);
  const places = predecessors(after.map(([key]) => key));
  const placeOf = (key: Key): Key | null => places.get(key) ?? null;

  const staying = (key: Key): boolean =>
    old.has(key) && now.has(key) && stays(old.get(key) as Item, now.get(key) as Item);
  const moved = movedKeys(before.map(([key]) => key).filter(staying), after.map(([key]) => key).filter(staying));
  return {
    added: after.filter(([key]) => !old.has(key)).map(([key, item]) => ({ key, item, after: placeOf(key) })),
    dropped: before.filter(([key]) => !now.has(key)).map(([key, item]) => ({ key, item })),
    kept: after
      .filter(([key]) => old.has(key))
      .map(([key, item]) => ({ key, before: old.get(key) as Item, after: item, place: placeOf(key) })),
    moved: moved.map((key) => ({ key, after: placeOf(key) })),
  };
}

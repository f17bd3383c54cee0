import type { Placement } from "../change/order.ts";
import type { KeyedList } from "../compare/lists.ts";
import { arrange } from "../compare/order.ts";

/** What happens to a keyed list. */
export interface ListEdits<Key, Item> {
  readonly dropped?: ReadonlySet<Key>;
  readonly added?: ReadonlyMap<Key, Item>;
  /** Every item that does not keep its place among its neighbours, the added ones included. */
  readonly placements: readonly Placement<Key>[];
  /** Makes the new item of an old one. */
  readonly update?: (key: Key, item: Item) => Item;
}

/** The new list: old items updated, without the dropped and with the added ones, each in its place. */
export function rebuild<Key, Item>(list: KeyedList<Key, Item>, edits: ListEdits<Key, Item>): KeyedList<Key, Item> {
  const { dropped, added, placements, update = (_, item) => item } = edits;
  const left = list.filter(([key]) => !dropped?.has(key));
  const items = new Map<Key, Item>([...left.map(([key, item]) => [key, update(key, item)] as const), ...(added ?? [])]);
  const placed = new Set(placements.map(({ key }) => key));
  const stayed = left.map(([key]) => key).filter((key) => !placed.has(key));
  return arrange(stayed, placements).map((key) => {
    if (!items.has(key))
      throw new Error(`These changes do not belong to this catalog: it has no ${JSON.stringify(key)}.`);
    return [key, items.get(key) as Item] as const;
  });
}

import type { Value } from "@flow-catalog/catalog";

/** Which ordered list is meant. Descriptions are named by their text, everything else by its id or value. */
export type OrderedList =
  | { readonly of: "pages" }
  | { readonly of: "vocabularies" }
  | { readonly of: "attribute-kinds"; readonly vocabulary: string }
  | { readonly of: "relation-kinds"; readonly vocabulary: string }
  | { readonly of: "entries"; readonly vocabulary: string }
  | { readonly of: "descriptions"; readonly vocabulary: string; readonly value: Value }
  | { readonly of: "relations"; readonly vocabulary: string; readonly value: Value; readonly relation: string };

/** Where an item stands in the new list: behind which other item, or first. */
export interface Placement<Key = Value> {
  readonly key: Key;
  readonly after: Key | null;
}

/**
 * Items that stand in both lists changed places. Only the fewest items whose move explains the new order are named: a
 * row that moved, not the rows that it passed.
 */
export interface OrderChanged {
  readonly kind: "order-changed";
  readonly list: OrderedList;
  readonly moved: readonly Placement[];
}

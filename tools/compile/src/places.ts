import type { Value } from "@flow-catalog/catalog";

/** Where each row stands. Kept apart from the catalog, because places move without meaning anything. */
export interface Places {
  readonly format: 1;
  readonly vocabularies: Readonly<Record<string, readonly EntryPlaces[]>>;
}

export interface EntryPlaces {
  readonly value: Value;
  /** One `page:line:column` for each row, in documentation order. */
  readonly at: readonly string[];
}

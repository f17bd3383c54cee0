import type {
  AttributeKind,
  Deprecation,
  Description,
  Entry,
  IsoDate,
  RelationKind,
  VocabularyExports,
} from "@flow-catalog/catalog";

/**
 * The committed memory of every value ever seen. It decides identifiers, so that none ever moves, and holds enough of
 * each entry to rebuild it as a tombstone and to judge a change without the catalog it came from.
 */
export interface Ledger {
  readonly format: 1;
  /** Date of each page when it was last read: what `lastSeen` becomes for a value that is gone the next time. */
  readonly pages: Readonly<Record<string, { readonly published: IsoDate | null }>>;
  readonly vocabularies: Readonly<Record<string, LedgerVocabulary>>;
}

export interface LedgerVocabulary {
  readonly title: string;
  readonly type: "string" | "integer";
  readonly exports: VocabularyExports;
  readonly description?: Description;
  readonly relations?: Readonly<Record<string, RelationKind>>;
  readonly attributes?: Readonly<Record<string, AttributeKind>>;
  /** Headers of the tables that the vocabulary was last read from, one list a table: a column gone shows here. */
  readonly tables: readonly LedgerTable[];
  /** Every value ever seen, in the order of first sight. */
  readonly entries: readonly LedgerEntry[];
}

export interface LedgerTable {
  readonly page: string;
  readonly headers: readonly string[];
}

/** An entry as it last stood on a page. Overlays are not remembered: they are applied anew each time. */
export interface LedgerEntry extends Pick<Entry, "value" | "name" | "since" | "title" | "descriptions" | "evidence"> {
  readonly relations?: Entry["relations"];
  readonly attributes?: Entry["attributes"];
  /** Set when the value goes from the pages. */
  readonly lastSeen?: Deprecation["lastSeen"];
}

export const emptyLedger: Ledger = { format: 1, pages: {}, vocabularies: {} };

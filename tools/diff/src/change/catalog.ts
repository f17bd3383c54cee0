import type { Page, Vocabulary } from "@flow-catalog/catalog";

/** What changed about the catalog as a whole: its pages and which vocabularies it has. */
export type CatalogChange =
  | { readonly kind: "schema-changed"; readonly from: string; readonly to: string }
  | { readonly kind: "page-added"; readonly page: string; readonly to: Page; readonly after: string | null }
  | { readonly kind: "page-gone"; readonly page: string; readonly from: Page }
  | PageChanged
  | VocabularyAdded
  /** The vocabulary is not even kept as tombstones: nothing exports it any more. */
  | { readonly kind: "vocabulary-dropped"; readonly vocabulary: string; readonly from: Vocabulary }
  /** The pages no longer document any of its values. Each value has a change of its own besides. */
  | { readonly kind: "vocabulary-gone"; readonly vocabulary: string; readonly after: string | null }
  /** The pages document values of it again. Each value has a change of its own besides. */
  | { readonly kind: "vocabulary-back"; readonly vocabulary: string; readonly after: string | null };

export interface PageChanged {
  readonly kind: "page-changed";
  readonly page: string;
  /** A changed `hash` says only that some row changed; what changed in it has a change of its own. */
  readonly field: keyof Page;
  readonly from: string | null;
  readonly to: string | null;
}

export interface VocabularyAdded {
  readonly kind: "vocabulary-added";
  readonly vocabulary: string;
  /** The whole of it. Its values have no changes of their own. */
  readonly to: Vocabulary;
  readonly after: string | null;
}

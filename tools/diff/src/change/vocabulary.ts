import type {
  AttributeKind,
  Description,
  DescriptionSource,
  RelationKind,
  Vocabulary,
  VocabularyExports,
} from "@flow-catalog/catalog";
import type { DescriptionEdit } from "./description.ts";

/** What changed about a vocabulary, besides its values. */
export type VocabularyChange = { readonly vocabulary: string } & (
  | { readonly kind: "vocabulary-title-changed"; readonly from: string; readonly to: string }
  | { readonly kind: "vocabulary-description-added"; readonly to: Description }
  | ({ readonly kind: "vocabulary-description-changed" } & DescriptionEdit)
  | { readonly kind: "vocabulary-description-gone"; readonly from: Description }
  /** The same description stands elsewhere. */
  | { readonly kind: "vocabulary-source-changed"; readonly from: DescriptionSource; readonly to: DescriptionSource }
  | { readonly kind: "exports-changed"; readonly from: VocabularyExports; readonly to: VocabularyExports }
  | { readonly kind: "type-changed"; readonly from: Vocabulary["type"]; readonly to: Vocabulary["type"] }
  | RelationKindChange
  | AttributeKindChange
);

type RelationKindChange = { readonly relation: string } & (
  | { readonly kind: "relation-kind-added"; readonly to: RelationKind; readonly after: string | null }
  | { readonly kind: "relation-kind-changed"; readonly from: RelationKind; readonly to: RelationKind }
  | { readonly kind: "relation-kind-dropped"; readonly from: RelationKind }
);

type AttributeKindChange = { readonly attribute: string } & (
  | { readonly kind: "attribute-kind-added"; readonly to: AttributeKind; readonly after: string | null }
  | { readonly kind: "attribute-kind-changed"; readonly from: AttributeKind; readonly to: AttributeKind }
  | { readonly kind: "attribute-kind-dropped"; readonly from: AttributeKind }
);

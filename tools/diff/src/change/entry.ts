import type {
  Deprecation,
  Description,
  DescriptionSource,
  Entry,
  Evidence,
  IsoDate,
  Value,
} from "@flow-catalog/catalog";
import type { DescriptionEdit } from "./description.ts";

/** What changed about one value of a vocabulary. */
export type EntryChange = OfEntry<LifeChange | FactChange | DescriptionChange | RelationChange | AttributeChange>;

type OfEntry<Facts> = { readonly vocabulary: string; readonly value: Value } & Facts;

type LifeChange =
  | { readonly kind: "entry-added"; readonly to: Entry; readonly after: Value | null }
  /** The pages no longer document it: a tombstone from now on. */
  | {
      readonly kind: "entry-gone";
      readonly deprecated: Deprecation;
      readonly texts: readonly string[];
      readonly after: Value | null;
    }
  /** A tombstone, new or old, that now names its successor: a person confirmed the rename. */
  | {
      readonly kind: "entry-renamed";
      readonly successor: Value;
      /** What was said of the tombstone before; null where the value was documented until now. */
      readonly from: Deprecation | null;
      readonly deprecated: Deprecation;
      readonly texts: readonly string[];
      readonly after: Value | null;
    }
  /** The pages document a tombstone again. */
  | { readonly kind: "entry-back"; readonly from: Deprecation; readonly after: Value | null }
  /** Not even kept as a tombstone. */
  | { readonly kind: "entry-dropped"; readonly from: Entry }
  | { readonly kind: "deprecation-changed"; readonly from: Deprecation; readonly to: Deprecation };

type FactChange =
  | { readonly kind: "identifier-changed"; readonly from: string; readonly to: string }
  | { readonly kind: "title-changed"; readonly from: string; readonly to: string }
  | { readonly kind: "evidence-changed"; readonly from: Evidence; readonly to: Evidence }
  | { readonly kind: "since-changed"; readonly from: IsoDate | null; readonly to: IsoDate | null }
  | { readonly kind: "notes-changed"; readonly from: readonly string[]; readonly to: readonly string[] };

type DescriptionChange =
  | { readonly kind: "description-added"; readonly to: Description; readonly after: string | null }
  | ({ readonly kind: "description-changed" } & DescriptionEdit)
  | { readonly kind: "description-gone"; readonly from: Description }
  /** The description with this text stands under another heading. */
  | {
      readonly kind: "heading-changed";
      readonly text: string;
      readonly from: string | null;
      readonly to: string | null;
    }
  /** The description with this text comes from another page, or another cell of its row changed. */
  | { readonly kind: "source-changed"; readonly text: string; readonly from: RowSource; readonly to: RowSource };

/** A row of a page, without the heading it stands under. */
export type RowSource = Pick<DescriptionSource, "page" | "row">;

/**
 * `relation` is the id of the vocabulary pointed at, `related` the value there. `lastSeen` is set on a relation that is
 * gone.
 */
type RelationChange = { readonly relation: string; readonly related: Value } & (
  | { readonly kind: "relation-added"; readonly lastSeen?: IsoDate | null; readonly after: Value | null }
  | { readonly kind: "relation-gone"; readonly lastSeen: IsoDate | null; readonly after: Value | null }
  | { readonly kind: "relation-back"; readonly from: IsoDate | null; readonly after: Value | null }
  | { readonly kind: "relation-dropped"; readonly lastSeen?: IsoDate | null }
  | { readonly kind: "relation-last-seen-changed"; readonly from: IsoDate | null; readonly to: IsoDate | null }
);

/** `exported` says that the attribute is an enum of its own, so that its values are part of the interface. */
type AttributeChange = { readonly attribute: string; readonly exported: boolean } & (
  | { readonly kind: "attribute-added"; readonly to: Value }
  | { readonly kind: "attribute-changed"; readonly from: Value; readonly to: Value }
  | { readonly kind: "attribute-gone"; readonly from: Value }
);

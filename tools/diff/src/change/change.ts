import type { CatalogChange } from "./catalog.ts";
import type { EntryChange } from "./entry.ts";
import type { OrderChanged } from "./order.ts";
import type { VocabularyChange } from "./vocabulary.ts";

/**
 * One typed difference between two catalogs. Plain data: it survives JSON. A list of changes holds enough to make the
 * new catalog of the old one (`apply`), and `kind` tells the members of the union apart.
 */
export type Change = CatalogChange | VocabularyChange | EntryChange | OrderChanged;

/** The name of a kind of change: `entry-added`. */
export type ChangeKind = Change["kind"];

/** The changes of one kind: `ChangeOf<"entry-added">`. */
export type ChangeOf<Kind extends ChangeKind> = Extract<Change, { readonly kind: Kind }>;

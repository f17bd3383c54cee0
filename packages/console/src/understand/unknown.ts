import type { SeenValue, ValuePath } from "../store/event-store.ts";
import type { CatalogIndex } from "./catalog-index.ts";
import type { VocabularyIndex } from "./vocabulary.ts";

/** The feature that events have had so far. The catalog has no vocabulary of features. */
const knownFeatures: readonly string[] = ["selfid"];

/** The vocabulary that a member's values belong to; null where the catalog has none of its own. */
export function vocabularyAt(path: ValuePath, catalog: CatalogIndex): VocabularyIndex | null {
  if (path === "action") return catalog.actions;
  if (path === "reason") return catalog.reasons;
  return path === "state" ? catalog.states : null;
}

/** What the catalog knows at a member. */
export function knownAt(path: ValuePath, catalog: CatalogIndex): readonly string[] {
  if (path === "code") return [...catalog.codes];
  return vocabularyAt(path, catalog)?.values ?? knownFeatures;
}

/** Those of the values that the catalog does not know. */
export function unknownOf(seen: readonly SeenValue[], catalog: CatalogIndex): readonly SeenValue[] {
  return seen.filter(({ path, value }) => !knownAt(path, catalog).includes(value));
}

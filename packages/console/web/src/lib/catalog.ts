import type { CatalogEntry, CatalogView, CatalogVocabulary } from "../../../src/api/types/index.ts";
import type { FilterKey } from "./url.ts";

/** The entries of which every word of a search stands in the value, its name, its title or its descriptions. */
export function findEntries(
  vocabularies: readonly CatalogVocabulary[],
  { search = "", vocabulary }: { readonly search?: string; readonly vocabulary?: string },
): readonly CatalogVocabulary[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const matches = ({ value, name, title, descriptions }: CatalogEntry) => {
    const text = [value, name, title, ...descriptions].join("\n").toLowerCase();
    return words.every((word) => text.includes(word));
  };
  return vocabularies
    .filter(({ id }) => vocabulary === undefined || id === vocabulary)
    .map((one) => ({ ...one, entries: one.entries.filter(matches) }))
    .filter(({ entries }) => entries.length > 0);
}

/** How the value of a filter is called. One without a title, or before the catalog has come, stands for itself. */
export function titleOf(key: FilterKey, value: string, catalog: CatalogView | undefined): string {
  if (value === "-") return "None";
  return titlesOf(key, catalog).find((one) => one.value === value)?.title ?? value;
}

function titlesOf(key: FilterKey, catalog: CatalogView | undefined) {
  if (key === "action" || key === "reason" || key === "state") {
    const id = key === "action" ? "event" : key;
    return catalog?.vocabularies.find((one) => one.id === id)?.entries ?? [];
  }
  return catalog?.facets[key === "reached" ? "stage" : key] ?? [];
}

import type { CatalogEntry, CatalogVocabulary } from "../../../src/api/types/index.ts";

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

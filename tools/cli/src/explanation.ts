import type { Catalog, Deprecation, Entry, Evidence, IsoDate, Value } from "@flow-catalog/catalog";
import type { Places } from "@tools/compile";

/** All that is known of one value in one vocabulary. */
export interface Explanation {
  readonly vocabulary: string;
  readonly value: Value;
  readonly title: string;
  /** How the packages call it: `FlowState.ClientStarted`. */
  readonly name: string;
  readonly descriptions: readonly { readonly text: string; readonly page: string; readonly heading: string | null }[];
  readonly evidence: Evidence;
  readonly attributes: readonly { readonly title: string; readonly value: Value }[];
  /** Entries of other vocabularies that it belongs to, or that belong to it. */
  readonly related: readonly { readonly vocabulary: string; readonly values: readonly Value[] }[];
  /** `file:line:column` of each of its rows. */
  readonly places: readonly string[];
  readonly pages: readonly {
    readonly title: string;
    readonly url: string | null;
    readonly published: IsoDate | null;
  }[];
  readonly since: IsoDate | null;
  readonly deprecated?: Deprecation;
  readonly notes: readonly string[];
}

/** Explains a value in every vocabulary that has it, be it as the value itself or as an exported attribute (a code). */
export function explainValue(
  catalog: Catalog,
  places: Places,
  wanted: string,
  pageFile: (page: string) => string,
): readonly Explanation[] {
  return Object.entries(catalog.vocabularies).flatMap(([id, vocabulary]) => {
    const lookups = Object.entries(vocabulary.attributes ?? {}).filter(([, kind]) => kind.exports !== undefined);
    return vocabulary.entries
      .filter(
        (entry) =>
          String(entry.value) === wanted || lookups.some(([key]) => String(entry.attributes?.[key]) === wanted),
      )
      .map((entry): Explanation => {
        const at = places.vocabularies[id]?.find(({ value }) => value === entry.value)?.at ?? [];
        const pages = [...new Set(entry.descriptions.map(({ source }) => source.page))].flatMap(
          (page) => catalog.pages[page] ?? [],
        );
        return {
          vocabulary: id,
          value: entry.value,
          title: entry.title,
          name: `${vocabulary.exports.type}.${entry.name}`,
          descriptions: entry.descriptions.map(({ text, source }) => ({
            text,
            page: source.page,
            heading: source.heading,
          })),
          evidence: entry.evidence,
          attributes: Object.entries(entry.attributes ?? {}).map(([key, value]) => ({
            title: vocabulary.attributes?.[key]?.title ?? key,
            value,
          })),
          related: [...ownRelations(entry), ...reverseRelations(catalog, id, entry.value)],
          places: at.map((place) => place.replace(/^[^:]+/, pageFile)),
          pages: pages.map(({ title, url, published }) => ({ title, url, published })),
          since: entry.since,
          ...(entry.deprecated === undefined ? {} : { deprecated: entry.deprecated }),
          notes: entry.notes ?? [],
        };
      });
  });
}

function ownRelations(entry: Entry): Explanation["related"] {
  return Object.entries(entry.relations ?? {}).map(([vocabulary, relations]) => ({
    vocabulary,
    values: relations.map(({ value }) => value),
  }));
}

function reverseRelations(catalog: Catalog, id: string, value: Value): Explanation["related"] {
  return Object.entries(catalog.vocabularies).flatMap(([vocabulary, { entries }]) => {
    const values = entries
      .filter((entry) => entry.relations?.[id]?.some((relation) => relation.value === value))
      .map((entry) => entry.value);
    return values.length === 0 ? [] : [{ vocabulary, values }];
  });
}

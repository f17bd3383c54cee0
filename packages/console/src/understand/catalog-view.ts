import type { Description, Entry } from "@flow-catalog/catalog";
import type { CatalogEntry, CatalogStep, CatalogView, CatalogVocabulary } from "../api/types/index.ts";
import type { SeenValue } from "../store/event-store.ts";
import { type CatalogIndex, notPlaced } from "./catalog-index.ts";
import { none, valuesMeant } from "./facets.ts";
import { seenKeys, seenTitles } from "./seen.ts";
import { iso } from "./view.ts";
import type { VocabularyIndex } from "./vocabulary.ts";

/** The catalog as the app shows it: every value with its words, its sources, and how often it was seen here. */
export function catalogView(
  catalog: CatalogIndex,
  seen: readonly SeenValue[],
  history: readonly CatalogStep[],
): CatalogView {
  const { actions, reasons, states } = catalog;
  return {
    version: catalog.version,
    pages: Object.values(catalog.catalog.pages).map(({ title, url, published }) => ({ title, url, published })),
    vocabularies: [actions, reasons, states].map((one) => vocabularyView(one, catalog, seen)),
    facets: {
      seen: seenKeys.map((value) => ({ value, title: seenTitles[value] })),
      stage: [...catalog.stages, notPlaced],
      lane: catalog.lanes,
      feature: featuresOf(seen),
    },
    history,
  };
}

/** The features that arrived, most first, as they were sent. */
function featuresOf(seen: readonly SeenValue[]): CatalogView["facets"]["feature"] {
  return seen
    .filter(({ path, value }) => path === "feature" && !valuesMeant(none).includes(value))
    .sort((a, b) => b.deliveries - a.deliveries || (a.value < b.value ? -1 : 1))
    .map(({ value }) => ({ value, title: value }));
}

function vocabularyView(index: VocabularyIndex, catalog: CatalogIndex, seen: readonly SeenValue[]): CatalogVocabulary {
  const { id, vocabulary } = index;
  const path = id === "event" ? "action" : id;
  const seenHere = new Map(seen.filter((one) => one.path === path).map((one) => [one.value, one]));
  return {
    id,
    title: vocabulary.title,
    description: vocabulary.description?.text ?? null,
    entries: vocabulary.entries.map((entry): CatalogEntry => {
      const value = String(entry.value);
      const here = seenHere.get(value);
      return {
        value,
        name: `${vocabulary.exports.type}.${entry.name}`,
        title: entry.title,
        descriptions: [...entry.descriptions.map(({ text }) => text), ...(entry.notes ?? [])],
        sources: entry.descriptions.map((description) => sourceOf(description, catalog)),
        evidence: { kind: entry.evidence.kind, text: entry.evidence.text ?? null },
        since: entry.since,
        deprecated: deprecationOf(entry),
        facts: factsOf(entry, index),
        related: relatedOf(entry, index, catalog),
        seen:
          here === undefined
            ? null
            : { deliveries: here.deliveries, firstAt: iso(here.firstAt), lastAt: iso(here.lastAt) },
      };
    }),
  };
}

function sourceOf({ source }: Description, catalog: CatalogIndex): CatalogEntry["sources"][number] {
  const page = catalog.catalog.pages[source.page];
  return { page: page?.title ?? source.page, heading: source.heading, url: page?.url ?? null };
}

function deprecationOf({ deprecated }: Entry): CatalogEntry["deprecated"] {
  if (deprecated === undefined) return null;
  const { lastSeen, successor } = deprecated;
  return { lastSeen, successor: successor === undefined ? null : String(successor) };
}

function factsOf(entry: Entry, { vocabulary }: VocabularyIndex): CatalogEntry["facts"] {
  return Object.entries(entry.attributes ?? {}).map(([id, value]) => {
    const kind = vocabulary.attributes?.[id];
    const named = kind?.values?.find((one) => one.value === value)?.title;
    return { title: kind?.title ?? id, value: named ?? String(value) };
  });
}

/** What an entry points at, and what points at it. */
function relatedOf(entry: Entry, index: VocabularyIndex, catalog: CatalogIndex): CatalogEntry["related"] {
  const out = Object.entries(entry.relations ?? {}).map(([vocabulary, relations]) => ({
    vocabulary,
    values: relations.map(({ value }) => String(value)),
  }));
  const back = [catalog.actions, catalog.reasons, catalog.states].map((other) => ({
    vocabulary: other.id,
    values: other.vocabulary.entries
      .filter(({ relations }) => relations?.[index.id]?.some(({ value }) => value === entry.value) === true)
      .map(({ value }) => String(value)),
  }));
  return [...out, ...back.filter(({ values }) => values.length > 0)];
}

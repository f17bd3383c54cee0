import type { UnknownValue } from "../api/types/index.ts";
import type { SeenValue } from "../store/event-store.ts";
import type { CatalogIndex } from "./catalog-index.ts";
import { closestOf } from "./distance.ts";
import { readable } from "./readable.ts";
import { overlayOf, reportOf } from "./report.ts";
import { knownAt, unknownOf, vocabularyAt } from "./unknown.ts";
import { iso, type View } from "./view.ts";

/** What arrived that the catalog does not know, the latest discovery first. */
export function unknownValues(seen: readonly SeenValue[], view: View, catalog: CatalogIndex): readonly UnknownValue[] {
  return [...unknownOf(seen, catalog)]
    .sort((a, b) => b.firstAt - a.firstAt || (a.value < b.value ? -1 : 1))
    .map((value) => unknownValue(value, view, catalog));
}

function unknownValue(seen: SeenValue, view: View, catalog: CatalogIndex): UnknownValue {
  const { path, value, deliveries } = seen;
  const vocabulary = vocabularyAt(path, catalog);
  const elsewhere = [catalog.actions, catalog.reasons, catalog.states].filter((one) => one !== vocabulary);
  const facts = {
    seen,
    vocabulary,
    closest: closestOf(value, knownAt(path, catalog)),
    knownAs: elsewhere.find((one) => one.entry(value) !== null)?.id ?? null,
  };
  return {
    path,
    vocabulary: vocabulary?.id ?? null,
    value,
    title: readable(value),
    firstAt: iso(seen.firstAt),
    lastAt: iso(seen.lastAt),
    deliveries,
    examples: seen.examples.map((one) => ({
      session: view.ref(one.sessionId),
      sessionId: view.id(one.sessionId),
      at: iso(one.at),
    })),
    closest: facts.closest,
    knownAs: facts.knownAs,
    report: reportOf(facts, catalog),
    overlay: overlayOf(facts),
  };
}

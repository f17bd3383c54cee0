import type { AttributeKind, Catalog, Vocabulary } from "@flow-catalog/catalog";
import { indexVocabulary, type VocabularyIndex } from "./vocabulary.ts";

/** A stage of the flow, or a lane beside the main one. */
export interface Place {
  readonly value: string;
  readonly title: string;
}

/** Where states stand that the catalog does not place. Shown, never hidden. */
export const notPlaced: Place = { value: "?", title: "Not placed" };

/** The catalog, ready for questions. */
export interface CatalogIndex {
  readonly catalog: Catalog;
  readonly version: string;
  readonly actions: VocabularyIndex;
  readonly reasons: VocabularyIndex;
  readonly states: VocabularyIndex;
  /** Codes of the known actions. */
  readonly codes: ReadonlySet<string>;
  /** The stages in the order of the flow. */
  readonly stages: readonly Place[];
  /** Those of them that come one after the other: a stage made of errors can meet a person anywhere. */
  readonly order: readonly string[];
  /** The lanes, the main one first. */
  readonly lanes: readonly Place[];
  /** Null for no state, `notPlaced` for one that has no stage. */
  stageOf(state: string | null): Place | null;
  /** Null for no state, and for one that has no lane. */
  laneOf(state: string | null): Place | null;
}

/** @param version Version of `@flow-catalog/events` that the catalog belongs to. */
export function indexCatalog(catalog: Catalog, version: string): CatalogIndex {
  const states = indexVocabulary("state", vocabularyOf(catalog, "state"));
  const actions = indexVocabulary("event", vocabularyOf(catalog, "event"));
  const stages = placesOf(states.vocabulary.attributes?.stage);
  const lanes = placesOf(states.vocabulary.attributes?.lane);
  const lanesOf = (stage: string) =>
    states.vocabulary.entries.flatMap(({ attributes }) => (attributes?.stage === stage ? [attributes.lane] : []));
  const isOfErrors = (found: ReturnType<typeof lanesOf>) =>
    found.length > 0 && found.every((lane) => lane === "errors");
  const placeOf = (state: string, attribute: string, places: readonly Place[]) => {
    const value = states.entry(state)?.attributes?.[attribute];
    return places.find((place) => place.value === value) ?? null;
  };
  return {
    catalog,
    version,
    actions,
    reasons: indexVocabulary("reason", vocabularyOf(catalog, "reason")),
    states,
    codes: new Set(actions.vocabulary.entries.flatMap(({ attributes }) => String(attributes?.code ?? []))),
    stages,
    order: stages.map(({ value }) => value).filter((stage) => !isOfErrors(lanesOf(stage))),
    lanes,
    stageOf: (state) => (state === null ? null : (placeOf(state, "stage", stages) ?? notPlaced)),
    laneOf: (state) => (state === null ? null : placeOf(state, "lane", lanes)),
  };
}

function vocabularyOf(catalog: Catalog, id: string): Vocabulary {
  const found = catalog.vocabularies[id];
  if (found === undefined) throw new Error(`The catalog has no vocabulary "${id}", which the console lives by.`);
  return found;
}

function placesOf(attribute: AttributeKind | undefined): readonly Place[] {
  return (attribute?.values ?? []).map(({ value, title }) => ({ value: String(value), title }));
}

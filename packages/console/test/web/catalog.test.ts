import { expect, test } from "vitest";
import type { CatalogEntry, CatalogView, CatalogVocabulary } from "../../src/api/types/index.ts";
import { findEntries, titleOf } from "../../web/src/lib/catalog.ts";

const entry = (value: string, ...descriptions: string[]): CatalogEntry => ({
  value,
  name: `FlowState.${value}`,
  title: value,
  descriptions,
  sources: [],
  evidence: { kind: "documented", text: null },
  since: null,
  deprecated: null,
  facts: [],
  related: [],
  seen: null,
});
const vocabularies: readonly CatalogVocabulary[] = [
  { id: "event", title: "Event", description: null, entries: [entry("started", "The end-user has started")] },
  { id: "state", title: "State", description: null, entries: [entry("client_started"), entry("consent", "A screen")] },
];
const found = (query: Parameters<typeof findEntries>[1]) =>
  findEntries(vocabularies, query).flatMap(({ id, entries }) => entries.map(({ value }) => `${id} ${value}`));

test("every word of a search has to stand somewhere in the entry", () => {
  expect(found({})).toHaveLength(3);
  expect(found({ search: "STARTED" })).toEqual(["event started", "state client_started"]);
  expect(found({ search: "started end-user" })).toEqual(["event started"]);
  expect(found({ search: "nowhere" })).toEqual([]);
});

test("one vocabulary can be looked at alone", () => {
  expect(found({ search: "started", vocabulary: "state" })).toEqual(["state client_started"]);
});

test("a filter is called by the catalog's title, and by its value where there is none", () => {
  const titled = { ...entry("client_started"), title: "Client started" };
  const catalog: CatalogView = {
    version: "1.0.0",
    pages: [],
    vocabularies: [{ id: "event", title: "Event", description: null, entries: [titled] }],
    facets: {
      seen: [],
      stage: [{ value: "?", title: "Not placed" }],
      lane: [{ value: "main", title: "Main" }],
      feature: [],
    },
    history: [],
  };
  expect(titleOf("action", "client_started", catalog)).toBe("Client started");
  expect(titleOf("action", "client_started", undefined)).toBe("client_started");
  expect(titleOf("state", "client_started", catalog)).toBe("client_started");
  expect(titleOf("stage", "?", catalog)).toBe("Not placed");
  expect(titleOf("lane", "main", catalog)).toBe("Main");
  expect(titleOf("feature", "-", catalog)).toBe("None");
});

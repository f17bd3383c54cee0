import { expect, test } from "vitest";
import type { CatalogEntry, CatalogVocabulary } from "../../src/api/types/index.ts";
import { findEntries } from "../../web/src/lib/catalog.ts";

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

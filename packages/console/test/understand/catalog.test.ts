import { type Catalog, catalog } from "@flow-catalog/catalog";
import { describe, expect, it } from "vitest";
import { catalogHistory } from "../../src/understand/catalog-history.ts";
import { indexCatalog } from "../../src/understand/catalog-index.ts";
import { catalogView } from "../../src/understand/catalog-view.ts";
import { statusOf } from "../../src/understand/status.ts";
import { index } from "../support/catalog.ts";
import { partsWith } from "../support/parts.ts";

const firstAt = Date.parse("2026-03-04T10:00:00Z");

function edited(edit: (states: Catalog["vocabularies"][string]["entries"][number][]) => void): Catalog {
  const copy = structuredClone(catalog) as Catalog;
  edit(copy.vocabularies.state?.entries as never);
  return copy;
}

describe("the catalog as it is shown", () => {
  const seen = {
    path: "state",
    value: "client_started",
    firstAt,
    lastAt: firstAt,
    deliveries: 3,
    examples: [],
  } as const;
  const view = catalogView(index, [seen, { ...seen, path: "reason" }], []);
  const entry = (vocabulary: string, value: string) =>
    view.vocabularies.find(({ id }) => id === vocabulary)?.entries.find((one) => one.value === value);

  it("has every value with its words, its source and its place", () => {
    for (const { id, entries } of view.vocabularies) {
      expect(entries.map(({ value }) => value)).toEqual(
        catalog.vocabularies[id]?.entries.map(({ value }) => String(value)),
      );
      for (const one of entries) expect(one.sources.length, one.value).toBeGreaterThan(0);
    }
    expect(entry("state", "client_started")).toMatchObject({
      name: "FlowState.ClientStarted",
      facts: [
        { title: "Stage", value: "Opening" },
        { title: "Lane", value: "Main" },
      ],
      sources: [{ url: "https://devdocs.veriff.com/docs/end-user-flow-events-table" }],
      seen: { deliveries: 3 },
      deprecated: null,
    });
    expect(entry("state", "consent_screen_shown")?.descriptions).toHaveLength(2);
    expect(entry("state", "error_screen_shown")?.seen).toBeNull();
  });

  it("names what else attempts are narrowed down by, and the features that arrived", () => {
    const feature = (value: string, deliveries: number) => ({ ...seen, path: "feature", value, deliveries }) as const;
    const { facets } = catalogView(
      index,
      [seen, feature("", 9), feature("b", 3), feature("c", 5), feature("a", 3)],
      [],
    );
    expect(facets.feature.map(({ value }) => value)).toEqual(["c", "a", "b"]);
    expect(facets.seen).toContainEqual({ value: "waiting", title: "Waited for the decision" });
    expect(facets.stage.at(-1)).toEqual({ value: "?", title: "Not placed" });
    expect(facets.lane[0]).toEqual({ value: "main", title: "Main" });
  });

  it("shows relations from both sides", () => {
    expect(entry("reason", "quit_session_confirmed")?.related).toEqual([
      { vocabulary: "event", values: ["flow_cancelled"] },
    ]);
    expect(entry("event", "flow_finished")?.related).toEqual([
      { vocabulary: "reason", values: ["finished_screen_confirmed_clicked"] },
    ]);
  });

  it("places every state, and shows one that has no place as not placed", () => {
    for (const value of index.states.values) expect(index.stageOf(value)?.value).not.toBe("?");
    const unplaced = indexCatalog(
      edited((states) => {
        Object.assign(states[0] ?? {}, { attributes: {} });
      }),
      "1.0.0",
    );
    expect(unplaced.stageOf("client_started")).toEqual({ value: "?", title: "Not placed" });
    expect(unplaced.laneOf("client_started")).toBeNull();
  });
});

describe("the catalogs that ran here", () => {
  it("differ by what came, what went and what was worded anew", () => {
    const old = edited((states) => {
      states.splice(0, 1);
      Object.assign(states[0]?.descriptions[0] ?? {}, { text: "As it was" });
      states.push({ ...(states[1] as (typeof states)[0]), value: "old_screen_shown", title: "Old screen shown" });
    });
    const remembered = [
      { version: "1.0.0", firstRunAt: 0, json: JSON.stringify(old) },
      { version: "1.1.0", firstRunAt: firstAt, json: JSON.stringify(catalog) },
    ];
    const [step, ...others] = catalogHistory(remembered);
    expect(others).toEqual([]);
    expect(step).toMatchObject({
      from: "1.0.0",
      to: "1.1.0",
      at: "2026-03-04T10:00:00.000Z",
      added: [{ vocabulary: "state", value: "client_started", title: "Client started" }],
      gone: [{ vocabulary: "state", value: "old_screen_shown", title: "Old screen shown" }],
      reworded: [{ vocabulary: "state", value: "intro_screen_shown", from: "As it was" }],
    });
    expect(catalogHistory(remembered.slice(1))).toEqual([]);
  });

  it("count a tombstone as gone", () => {
    const dead = edited((states) => {
      Object.assign(states[0] ?? {}, { deprecated: { lastSeen: "2026-01-01" } });
    });
    const [step] = catalogHistory([
      { version: "1.0.0", firstRunAt: 0, json: JSON.stringify(catalog) },
      { version: "1.1.0", firstRunAt: 1, json: JSON.stringify(dead) },
    ]);
    expect(step).toMatchObject({ added: [], gone: [{ value: "client_started" }], reworded: [] });
  });
});

describe("the status", () => {
  const receiver = partsWith().receiver.status();
  const facts = {
    now: firstAt,
    startedAt: firstAt,
    node: "v24",
    receiver,
    secrets: [],
    notTaken: { acceptedAt: null, rejected: [], quarantined: 0 },
    readers: 0,
    catalog: index,
    unknownValues: 0,
  };

  it("warns of the worst first, and of nothing where all is well", () => {
    const store = { driver: "sqlite", bytes: 1, head: 0, oldestAt: null, durable: true, warnings: [] } as const;
    const young = { ...facts, now: Date.parse(catalog.pages["event-webhook"]?.published ?? "") };
    expect(statusOf({ ...young, store }).warnings).toEqual([]);
    const late = { ...young, now: young.now + 200 * 86_400_000, unknownValues: 2, store: "The disk is full." };
    const busy = {
      ...receiver,
      waiting: 600,
      failed: 1,
    };
    expect(statusOf({ ...late, receiver: busy }).warnings).toEqual([
      "The store does not answer: The disk is full.",
      "600 of at most 1000 deliveries are waiting for the store.",
      "1 delivery was answered 503, because the store failed.",
      "2 values arrived that the catalog does not know: see Unknown values.",
      "The catalog's pages were last changed 200 days ago: look for a newer release.",
    ]);
  });

  const store = { driver: "sqlite", bytes: 1, head: 1, oldestAt: 1, durable: true, warnings: [] } as const;
  const young = { ...facts, now: Date.parse(catalog.pages["event-webhook"]?.published ?? ""), store };
  const mismatched = { why: "signature_mismatch", deliveries: 6 };
  const missing = { why: "signature_missing", deliveries: 7 };

  it.each([
    [
      { acceptedAt: null, rejected: [missing, mismatched], quarantined: 0 },
      [/^Nothing accepted is kept here, and 13 deliveries were rejected.*WEBHOOK_SECRETS.*--secrets-file/],
    ],
    [
      { acceptedAt: null, rejected: [{ ...missing, deliveries: 1 }], quarantined: 0 },
      [/^Nothing accepted is kept here, and 1 delivery was rejected .*It carried no signature\.$/],
    ],
    [{ acceptedAt: 1, rejected: [missing, mismatched], quarantined: 0 }, [/^6 deliveries were .*WEBHOOK_SECRETS/]],
    [{ acceptedAt: 1, rejected: [missing], quarantined: 0 }, []],
    [{ acceptedAt: 1, rejected: [], quarantined: 1 }, [/^1 delivery is in quarantine/]],
    [{ acceptedAt: 1, rejected: [], quarantined: 1_000 }, [/^1,000 deliveries or more are in quarantine/]],
  ])("warns of what was not taken: %j", (notTaken, expected) => {
    const { warnings } = statusOf({ ...young, notTaken });
    expect(warnings).toEqual(expected.map((text) => expect.stringMatching(text)));
  });
});

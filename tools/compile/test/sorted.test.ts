import { describe, expect, it } from "vitest";
import { type CatalogConfig, checkConfig, type Overlay } from "../src/index.ts";
import { compiled, compilePage, config, rulesOf, states, table } from "./pages.ts";

const state = config.vocabularies?.state as NonNullable<CatalogConfig["vocabularies"]>[string];
const sorted = { stage: { title: "Stage", values: { early: "Early", late: "Late" } } };
const sorting: CatalogConfig = { ...config, vocabularies: { state: { ...state, sorted } } };
const page = [table(["Value", "Description"], ["a", "A"], ["b", "B"])];
const overlay = (value: string, attributes: Overlay["attributes"] = { stage: "early" }): Overlay => ({
  file: "o.yaml",
  place: { line: 3, column: 1 },
  vocabulary: "state",
  value,
  reason: "because",
  ...(attributes === undefined ? {} : { attributes }),
});

describe("a vocabulary that is sorted by hand", () => {
  it("has every value that there can be, in order, with its name", () => {
    const { catalog } = compiled(page, { config: sorting, overlays: [overlay("a"), overlay("b", { stage: "late" })] });
    expect(catalog.vocabularies.state?.attributes?.stage).toEqual({
      title: "Stage",
      type: "string",
      values: [
        { value: "early", title: "Early" },
        { value: "late", title: "Late" },
      ],
    });
    expect(catalog.vocabularies.state?.entries.map(({ attributes }) => attributes)).toEqual([
      { stage: "early" },
      { stage: "late" },
    ]);
  });

  it("reports an entry that no overlay sorts at its row, and keeps it", () => {
    const { compiled: result, diagnostics } = compilePage(page, { config: sorting, overlays: [overlay("a")] });
    expect(diagnostics.map(({ rule, severity, place }) => [rule, severity, place])).toEqual([
      ["unsorted-value", "warning", { line: 5, column: 3 }],
    ]);
    expect(result?.catalog.vocabularies.state?.entries[1]).not.toHaveProperty("attributes");
  });

  it("keeps the place of a tombstone, and does not remember it in the ledger", () => {
    const overlays = [overlay("a"), overlay("b")];
    const { ledger } = compiled(page, { config: sorting, overlays });
    expect(JSON.stringify(ledger)).not.toContain("early");
    const { catalog } = compiled([table(["Value", "Description"], ["b", "B"])], { config: sorting, overlays, ledger });
    expect(catalog.vocabularies.state?.entries[1]).toMatchObject({
      value: "a",
      attributes: { stage: "early" },
      deprecated: {},
    });
  });

  it.each([
    ["a value that is not listed", [overlay("a", { stage: "never" }), overlay("b")], ["sort-unknown@3:1"]],
    ["one entry twice", [overlay("a"), overlay("a", { stage: "late" }), overlay("b")], ["overlay-stale@3:1"]],
  ])("refuses %s", (_, overlays, expected) => {
    expect(rulesOf(compilePage(page, { config: sorting, overlays }))).toEqual(expected);
  });

  it("is checked as a part of the configuration", () => {
    const problems = (change: Partial<typeof state>) =>
      checkConfig({ ...config, vocabularies: { state: { ...state, ...change } } }).map(({ path }) => path);
    expect(problems({ sorted })).toEqual([]);
    expect(problems({ sorted: { stage: { title: "Stage", values: {} } } })).not.toEqual([]);
    expect(problems({ sorted: { stage: { title: "Stage", values: { "1": "One" } } } })).not.toEqual([]);
    expect(problems({ sorted, attributes: { stage: { column: "Value" } } })).toEqual([
      "vocabularies.state.sorted.stage",
    ]);
  });
});

it("leaves a vocabulary that nothing sorts alone", () => {
  const aliased = { ...state, table: { headers: ["state value", "Description"] }, value: { column: "state value" } };
  const { catalog } = compiled([states(["a", "A"])], { config: { ...config, vocabularies: { state: aliased } } });
  expect(catalog.vocabularies.state).not.toHaveProperty("attributes");
});

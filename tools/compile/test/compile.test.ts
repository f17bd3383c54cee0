import { describe, expect, it } from "vitest";
import type { CatalogConfig } from "../src/index.ts";
import { compiled, compilePage, config, heading, prose, rulesOf, states, table } from "./pages.ts";

const withState = (change: Partial<NonNullable<CatalogConfig["vocabularies"]>[string]>): CatalogConfig => ({
  ...config,
  vocabularies: {
    state: { ...(config.vocabularies?.state as NonNullable<CatalogConfig["vocabularies"]>[string]), ...change },
  },
});
const aliased = withState({
  table: { headers: [["Value", "state value"], "Description"] },
  value: { column: ["Value", "state value"] },
});
const given = { config: aliased };

describe("a table that makes a vocabulary", () => {
  const page = [
    heading(1, "Page"),
    heading(2, "States"),
    prose("What follows."),
    states(["`a_b`", "First"], ["`c`", "Second"]),
  ];

  it("gives entries in documentation order, each with its source", () => {
    const { catalog } = compiled(page, given);
    expect(catalog.vocabularies.state?.entries).toEqual([
      {
        value: "a_b",
        name: "AB",
        title: "A b",
        descriptions: [
          {
            text: "First",
            markdown: "First",
            source: { page: "page", heading: "States", row: expect.stringMatching(/^[0-9a-f]{16}$/) },
          },
        ],
        evidence: { kind: "documented" },
        since: "2025-05-07",
      },
      expect.objectContaining({ value: "c", name: "C", title: "C" }),
    ]);
  });

  it("keeps places out of the catalog", () => {
    const { places, catalog } = compiled(page, given);
    expect(places.vocabularies.state).toEqual([
      { value: "a_b", at: ["page:10:3"] },
      { value: "c", at: ["page:11:3"] },
    ]);
    const moved = compiled([heading(1, "Page"), prose("New."), ...page.slice(1)], given);
    expect(moved.catalog).toEqual(catalog);
    expect(moved.places).not.toEqual(places);
  });

  it("finds columns by their header, whatever their order, case and white space", () => {
    const turned = compiled(
      [
        heading(1, "Page"),
        heading(2, "States"),
        table(["Description", "Value"], ["First", "`a_b`"], ["Second", "`c`"]),
      ],
      given,
    );
    expect(turned.catalog).toEqual(compiled(page, given).catalog);
    const more = compiled([table(["DESCRIPTION", "other", " state  value "], ["First", "x", "a"])], given);
    expect(more.catalog.vocabularies.state?.entries[0]?.descriptions[0]?.text).toBe("First");
  });
});

describe("what is wrong with a table", () => {
  it.each([
    ["no table", [prose("Nothing")], ["table-missing"]],
    ["two tables", [states(["a", "A"]), states(["b", "B"])], ["table-ambiguous@1:1"]],
    ["a column gone", [table(["state value"], ["a"])], ["column-missing@3:3"]],
    ["a header emptied", [table(["state value", ""], ["a", "A"])], ["column-missing@3:3"]],
    [
      "a column twice",
      [table(["state value", "Description", "description"], ["a", "A", "B"])],
      ["column-ambiguous@3:3"],
    ],
    ["no rows", [states()], ["no-rows@1:1"]],
    ["a cell too many", [states(["a", "A", "!"])], ["row-too-wide@1:1"]],
    ["a cell too few", [states(["a"])], ["row-too-narrow@4:3"]],
    ["an empty value", [states(["", "A"])], ["empty-value@1:1"]],
    ["a value of two words", [states(["a b", "A"])], ["malformed-value@1:1"]],
    ["an empty description", [states(["a", ""])], ["empty-description@1:1"]],
    ["two values that make one identifier", [states(["a_b", "A"], ["a-b", "B"])], ["identifier-collision@5:3"]],
  ])("%s is refused", (_, blocks, expected) => {
    const result = compilePage(blocks, given);
    expect(rulesOf(result)).toEqual(expected);
    expect(result.compiled).toBeUndefined();
  });

  it("reports all of it together", () => {
    const result = compilePage([states(["a"], ["", "B"], ["c", ""], ["d", "D", "!"])], given);
    expect(rulesOf(result)).toEqual([
      "row-too-narrow@4:3",
      "empty-value@1:1",
      "empty-description@1:1",
      "row-too-wide@1:1",
    ]);
  });

  it("gives every diagnostic a hint", () => {
    const { diagnostics } = compilePage([states(["a"], ["", ""])], given);
    expect(diagnostics.length).toBeGreaterThan(1);
    for (const { hint, message } of diagnostics) expect([hint.length > 10, message.length > 10]).toEqual([true, true]);
  });
});

describe("a value that is not ASCII", () => {
  it("is reported with its characters as code points, once, and kept", () => {
    const { catalog, diagnostics } = compiled([states(["\u043eld_\u043e\u{1F600}", "A"], ["old_o", "B"])], given);
    expect(rulesOf({ diagnostics })).toEqual(["value-not-ascii@4:3"]);
    expect(diagnostics[0]?.message).toBe(
      'Found U+043E, U+1F600 in the value "\\u{43E}ld_\\u{43E}\\u{1F600}", expected ASCII characters',
    );
    expect(catalog.vocabularies.state?.entries).toHaveLength(2);
  });
});

describe("a value that stands twice", () => {
  it("keeps each different text once", () => {
    const { catalog, diagnostics, places } = compiled(
      [states(["a", "One"], ["b", "B"], ["a", "Two"], ["a", "One"])],
      given,
    );
    const [entry] = catalog.vocabularies.state?.entries ?? [];
    expect(entry?.descriptions.map(({ text }) => text)).toEqual(["One", "Two"]);
    expect(rulesOf({ diagnostics })).toEqual(["duplicate-value@6:3", "duplicate-value@7:3"]);
    expect(diagnostics.map(({ message }) => message)).toEqual([
      'The value "a" stands here again with another text than in line 4',
      'The value "a" stands here again with the same text as in line 4',
    ]);
    expect(places.vocabularies.state?.[0]?.at).toHaveLength(3);
  });
});

describe("attributes, relations and evidence", () => {
  const two: CatalogConfig = {
    ...config,
    vocabularies: {
      event: {
        title: "Event",
        table: { headers: ["Code", "Action"] },
        value: { column: "Action" },
        descriptions: [{ column: "Text" }],
        attributes: {
          code: {
            column: "Code",
            type: "integer",
            exports: { type: "Code", list: "codes", module: "code", to: "codeOf", from: "actionOf" },
          },
          extra: { column: "Extra", optional: true },
        },
        evidence: { column: "Evidence", observed: /^seen/ },
        exports: { type: "Action", list: "actions", module: "action" },
      },
      reason: {
        title: "Reason",
        table: { headers: ["Event", "Reason"] },
        value: { column: "Reason" },
        descriptions: [{ column: "Text" }],
        relations: { event: { column: "Event", to: "actionsOf", from: "reasonsOf" } },
        exports: { type: "Reason", list: "reasons", module: "reason" },
      },
    },
  };
  const events = (...rows: readonly (readonly string[])[]) =>
    table(["Code", "Action", "Text", "Evidence", "Extra"], ...rows);
  const reasons = (...rows: readonly (readonly string[])[]) => table(["Event", "Reason", "Text"], ...rows);

  it("keeps them by id", () => {
    const { catalog } = compiled(
      [
        events(["1", "go", "Goes", "seen twice", ""], ["2", "stop", "Stops", "", "x"]),
        reasons(["`go`", "why", "W"], ["`stop`", "why", "W"]),
      ],
      { config: two },
    );
    expect(
      catalog.vocabularies.event?.entries.map(({ attributes, evidence }) => ({ ...attributes, evidence })),
    ).toEqual([
      { code: 1, evidence: { kind: "observed", text: "seen twice" } },
      { code: 2, extra: "x", evidence: { kind: "documented" } },
    ]);
    expect(catalog.vocabularies.reason?.entries[0]?.relations).toEqual({ event: [{ value: "go" }, { value: "stop" }] });
    expect(catalog.vocabularies.reason?.relations).toEqual({ event: { to: "actionsOf", from: "reasonsOf" } });
  });

  it("refuses a code that is no integer, at its place", () => {
    const result = compilePage([events(["5xx", "go", "Goes", "", ""]), reasons(["go", "why", "W"])], { config: two });
    expect(result.diagnostics).toEqual([
      expect.objectContaining({ rule: "malformed-value", message: 'Found "5xx" in "Code", expected a whole number' }),
    ]);
  });

  it("refuses a code that two values share", () => {
    const result = compilePage(
      [events(["1", "go", "Goes", "", ""], ["1", "stop", "Stops", "", ""]), reasons(["go", "why", "W"])],
      { config: two },
    );
    expect(rulesOf(result)).toEqual(["attribute-ambiguous@5:3"]);
  });

  it("refuses a relation to a value that nobody documents", () => {
    const result = compilePage([events(["1", "go", "Goes", "", ""]), reasons(["gone", "why", "W"])], { config: two });
    expect(rulesOf(result)).toEqual(["relation-unknown@1:1"]);
  });
});

describe("a family", () => {
  const family: CatalogConfig = {
    ...config,
    vocabularies: {},
    families: [
      {
        tables: { headers: ["Value", "Description"] },
        value: { column: "Value" },
        descriptions: [{ column: "Description" }],
      },
    ],
  };
  const values = (...rows: readonly (readonly string[])[]) => table(["Value", "Description"], ...rows);

  it("names vocabularies after the code span before each table", () => {
    const { catalog } = compiled(
      [prose("`os.type` has these"), values(["a", "A"]), heading(2, "The `cpu.mode`"), values(["a", "A"])],
      { config: family },
    );
    expect(Object.entries(catalog.vocabularies).map(([id, { exports }]) => [id, exports])).toEqual([
      ["os.type", { type: "OsType", list: "osTypeValues", module: "os-type" }],
      ["cpu.mode", { type: "CpuMode", list: "cpuModeValues", module: "cpu-mode" }],
    ]);
  });

  it("refuses a table without a name, and two with one name", () => {
    const result = compilePage(
      [values(["a", "A"]), prose("`x`"), values(["a", "A"]), prose("`x`"), values(["a", "A"])],
      { config: family },
    );
    expect(rulesOf(result)).toEqual(["vocabulary-unnamed@1:1", "vocabulary-twice@13:1"]);
  });
});

describe("keys from a page", () => {
  it("pollute no prototype", () => {
    const { catalog, ledger } = compiled([states(["__proto__", "P"], ["constructor", "C"], ["toString", "T"])], given);
    expect(catalog.vocabularies.state?.entries.map(({ value, name }) => [value, name])).toEqual([
      ["__proto__", "Proto"],
      ["constructor", "Constructor"],
      ["toString", "ToString"],
    ]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(JSON.parse(JSON.stringify(ledger))).toEqual(ledger);
  });
});

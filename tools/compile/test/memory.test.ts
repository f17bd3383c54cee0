import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Ledger, Overlay } from "../src/index.ts";
import { compiled, compilePage, config, rulesOf, table } from "./pages.ts";

const values = (...rows: readonly (readonly string[])[]) => table(["Value", "Description"], ...rows);
const first = { title: "Page", published: "2025-01-01" };
const second = { title: "Page", published: "2025-02-02" };
const third = { title: "Page", published: "2025-03-03" };
const namesIn = (ledger: Ledger) => new Map(ledger.vocabularies.state?.entries.map(({ value, name }) => [value, name]));

describe("the ledger", () => {
  it("turns a value that is gone into a tombstone that keeps what it last said", () => {
    const before = compiled([values(["a", "A"], ["b", "B"])], { front: first });
    const after = compiled([values(["b", "B"])], { front: second, ledger: before.ledger });
    const entries = after.catalog.vocabularies.state?.entries;
    expect(entries?.map(({ value }) => value)).toEqual(["b", "a"]);
    expect(entries?.[1]).toMatchObject({ name: "A", since: "2025-01-01", deprecated: { lastSeen: "2025-01-01" } });
    expect(entries?.[1]?.descriptions[0]?.text).toBe("A");

    const later = compiled([values(["b", "B"])], { front: third, ledger: after.ledger });
    expect(later.catalog.vocabularies.state?.entries[1]?.deprecated).toEqual({ lastSeen: "2025-01-01" });

    const back = compiled([values(["a", "A"], ["b", "B"])], { front: first, ledger: later.ledger });
    expect(back.catalog).toEqual(before.catalog);
  });

  it("keeps a vocabulary that is gone, all tombstones", () => {
    const before = compiled([values(["a", "A"])], { front: first });
    const other = {
      ...config,
      vocabularies: {
        other: { ...config.vocabularies!.state!, exports: { type: "Other", list: "others", module: "other" } },
      },
    };
    const { catalog } = compiled([values(["z", "Z"])], { config: other, front: second, ledger: before.ledger });
    expect(Object.keys(catalog.vocabularies)).toEqual(["other", "state"]);
    expect(catalog.vocabularies.state?.entries[0]?.deprecated).toEqual({ lastSeen: "2025-01-01" });
  });

  it("gives a newcomer whose identifier is taken a distinct one, and says so", () => {
    const before = compiled([values(["a_b", "A"])]);
    const { ledger, diagnostics } = compiled([values(["a-b", "New"], ["a_b", "A"])], { ledger: before.ledger });
    expect([...namesIn(ledger)]).toEqual([
      ["a_b", "AB"],
      ["a-b", "AB_2"],
    ]);
    expect(diagnostics.map(({ rule, message }) => [rule, message])).toEqual([
      ["identifier-taken", 'The value "a-b" makes the identifier AB, which belongs to "a_b"; it is named AB_2'],
    ]);
  });

  it("takes a name given by hand for a newcomer", () => {
    const overlay: Overlay = {
      file: "o.yaml",
      place: { line: 1, column: 1 },
      vocabulary: "state",
      value: "a-b",
      name: "ADashB",
      reason: "told apart",
    };
    const { ledger } = compiled([values(["a-b", "New"], ["a_b", "A"])], { overlays: [overlay] });
    expect([...namesIn(ledger)]).toEqual([
      ["a-b", "ADashB"],
      ["a_b", "AB"],
    ]);
    const moved = compilePage([values(["a-b", "New"], ["a_b", "A"])], {
      ledger,
      overlays: [{ ...overlay, name: "Other" }],
    });
    expect(rulesOf(moved)).toEqual(["overlay-stale@1:1"]);
  });

  it("never moves an identifier, whatever is inserted, sorted, dropped or brought back", () => {
    const word = fc.stringMatching(/^[a-z]{1,2}[-_.]?[a-z0-9]{0,2}$/);
    const revision = fc.uniqueArray(word, { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(fc.array(revision, { minLength: 2, maxLength: 6 }), (revisions) => {
        let ledger: Ledger | undefined;
        for (const words of revisions) {
          const result = compilePage(
            [values(...words.map((value) => [value, `Says ${value}`]))],
            ledger === undefined ? {} : { ledger },
          );
          if (result.compiled === undefined) continue;
          const now = namesIn(result.compiled.ledger);
          for (const [value, name] of ledger === undefined ? [] : namesIn(ledger)) expect(now.get(value)).toBe(name);
          expect(new Set(now.values()).size).toBe(now.size);
          ledger = result.compiled.ledger;
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it("comes to rest: compiling again changes nothing", () => {
    const word = fc.string({ unit: "grapheme", minLength: 1 }).filter((text) => /^[^\s\p{C}|`]+$/u.test(text));
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(word, word), { minLength: 1, maxLength: 8, selector: ([value]) => value }),
        (rows) => {
          const once = compilePage([values(...rows)]);
          if (once.compiled === undefined) return;
          const twice = compiled([values(...rows)], { ledger: once.compiled.ledger });
          expect(JSON.stringify([twice.catalog, twice.ledger, twice.places])).toBe(
            JSON.stringify([once.compiled.catalog, once.compiled.ledger, once.compiled.places]),
          );
        },
      ),
      { numRuns: 1_000 },
    );
  });
});

describe("overlays", () => {
  const overlay = (change: Partial<Overlay>): Overlay => ({
    file: "o.yaml",
    place: { line: 3, column: 1 },
    vocabulary: "state",
    value: "a",
    reason: "because",
    ...change,
  });
  const page = [values(["a", "A"], ["b", "B"])];

  it("add what the page does not say", () => {
    const { catalog } = compiled(page, {
      overlays: [overlay({ title: "The A", note: "Rare.", evidence: "observed", attributes: { stage: "start" } })],
    });
    expect(catalog.vocabularies.state?.entries[0]).toMatchObject({
      title: "The A",
      notes: ["Rare."],
      evidence: { kind: "observed" },
      attributes: { stage: "start" },
    });
    expect(catalog.vocabularies.state?.attributes).toEqual({ stage: { title: "stage", type: "string" } });
  });

  it("name the successor of a tombstone", () => {
    const { ledger } = compiled(page);
    const { catalog } = compiled([values(["b", "B"])], { ledger, overlays: [overlay({ successor: "b" })] });
    expect(catalog.vocabularies.state?.entries[1]?.deprecated).toEqual({ lastSeen: "2025-05-07", successor: "b" });
  });

  it.each([
    ["an unknown value", { value: "z" }],
    ["an unknown vocabulary", { vocabulary: "z" }],
    ["a row that changed", { row: "0000000000000000" }],
    ["a title that it has", { title: "A" }],
    ["evidence that it has", { evidence: "documented" as const }],
    ["the successor of a living value", { successor: "b" }],
    ["a relation to nowhere", { relations: { state: ["z"] } }],
  ])("with %s are stale", (_, change) => {
    const result = compilePage(page, { overlays: [overlay(change)] });
    expect(rulesOf(result)).toEqual(["overlay-stale@3:1"]);
  });
});

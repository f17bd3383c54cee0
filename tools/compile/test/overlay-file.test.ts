import { describe, expect, it } from "vitest";
import { readOverlayFile } from "../src/index.ts";

const read = (text: string) => readOverlayFile({ file: "overlays/a.yaml", text });

describe("a file of overlays", () => {
  it("is a list, each with its place", async () => {
    const { overlays, diagnostics } = await read(
      "# why\n- { vocabulary: state, value: a, title: The A, reason: clearer }\n- vocabulary: code\n  value: 7\n  reason: x\n  attributes: { stage: start, order: 3 }\n  relations: { event: [go, 7] }\n",
    );
    expect(diagnostics).toEqual([]);
    expect(overlays).toEqual([
      {
        file: "overlays/a.yaml",
        place: { line: 2, column: 3 },
        vocabulary: "state",
        value: "a",
        title: "The A",
        reason: "clearer",
      },
      expect.objectContaining({
        place: { line: 3, column: 3 },
        value: 7,
        attributes: { stage: "start", order: 3 },
        relations: { event: ["go", 7] },
      }),
    ]);
  });

  it("may say the same of several values", async () => {
    const { overlays, diagnostics } = await read(
      "- vocabulary: state\n  values: [a, b]\n  attributes: { stage: start }\n  reason: x\n",
    );
    expect(diagnostics).toEqual([]);
    expect(overlays.map(({ value, attributes, place }) => [value, attributes?.stage, place.line])).toEqual([
      ["a", "start", 1],
      ["b", "start", 1],
    ]);
    expect(overlays[0]).not.toHaveProperty("values");
  });

  it("may be empty", async () => {
    expect(await read("")).toEqual({ overlays: [], diagnostics: [] });
  });

  it("pollutes no prototype", async () => {
    const { diagnostics } = await read(
      "- vocabulary: state\n  value: a\n  reason: x\n  __proto__: { polluted: true }\n  attributes: { __proto__: x }\n",
    );
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(diagnostics.map(({ rule }) => rule)).toContain("overlay-malformed");
  });

  it.each([
    ["no list", "vocabulary: state"],
    ["a list of texts", "- state"],
    ["broken YAML", "- {"],
    ["a key twice", "- vocabulary: a\n  vocabulary: b"],
    ["no reason", "- { vocabulary: a, value: b }"],
    ["both a value and values", "- { vocabulary: a, value: b, values: [c], reason: x }"],
    ["no value in values", "- { vocabulary: a, values: [], reason: x }"],
    ["one name for several values", "- { vocabulary: a, values: [b, c], name: B, reason: x }"],
    ["a value that is none", "- { vocabulary: a, value: 1.5, reason: x }"],
    ["a name that is none", "- { vocabulary: a, value: b, name: 1st, reason: x }"],
    ["evidence that is none", "- { vocabulary: a, value: b, evidence: rumour, reason: x }"],
    ["attributes that are none", "- { vocabulary: a, value: b, attributes: [x], reason: x }"],
    ["an alias that leads nowhere", "- { vocabulary: a, value: b, reason: x, note: *nope }"],
    ["an alias that leads into itself", "- { vocabulary: a, value: b, reason: x, note: &n [*n] }"],
    ["relations that are none", "- { vocabulary: a, value: b, relations: { c: d }, reason: x }"],
  ])("with %s is refused", async (_, text) => {
    const { overlays, diagnostics } = await read(text);
    expect(overlays).toEqual([]);
    expect(diagnostics.length).toBeGreaterThan(0);
    for (const { rule, place } of diagnostics)
      expect([rule, place]).toEqual(["overlay-malformed", { line: expect.any(Number), column: expect.any(Number) }]);
  });
});

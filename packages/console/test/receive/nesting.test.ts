import fc from "fast-check";
import { expect, test } from "vitest";
import { isNestedTooDeep } from "../../src/receive/nesting.ts";

const isDeep = (text: string) => isNestedTooDeep(Buffer.from(text));

function depthOf(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}

test("JSON is too deep from the sixty-fifth level on, whatever its texts hold", () => {
  const brackets = fc.string({ unit: fc.constantFrom("[", "]", "{", "}", '"', "\\", "ü", "a") });
  const value = fc.jsonValue({ stringUnit: "grapheme" });
  fc.assert(
    fc.property(value, brackets, fc.integer({ min: 0, max: 70 }), fc.boolean(), (inner, text, levels, objects) => {
      let json: unknown = { [text]: inner, text };
      for (let level = 0; level < levels; level++) json = objects ? { [text]: json } : [text, json];
      expect(isDeep(JSON.stringify(json))).toBe(depthOf(json) > 64);
      expect(isDeep(JSON.stringify(json, null, 1))).toBe(depthOf(json) > 64);
    }),
  );
});

test.each([
  ["", false],
  ["[".repeat(64), false],
  ["[".repeat(65), true],
  ["[{".repeat(500_000), true],
  ["[]".repeat(10_000), false],
  [`["${"[".repeat(100)}"]`, false],
  [`["\\"${"[".repeat(100)}"]`, false],
])("%.20s", (text, deep) => {
  expect(isDeep(text)).toBe(deep);
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { apply } from "../src/apply/apply.ts";
import { diff } from "../src/compare/diff.ts";
import { arbCatalog } from "./arbitrary.ts";

test("a catalog does not differ from itself", () => {
  fc.assert(
    fc.property(arbCatalog, (catalog) => {
      expect(diff(catalog, structuredClone(catalog))).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});

test("applying the difference of two catalogs to the first gives the second, byte for byte", () => {
  fc.assert(
    fc.property(arbCatalog, arbCatalog, (a, b) => {
      expect(JSON.stringify(apply(diff(a, b), a))).toBe(JSON.stringify(b));
    }),
    { numRuns: 5000 },
  );
});

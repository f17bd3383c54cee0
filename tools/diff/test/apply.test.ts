import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { apply, type Change, diff } from "../src/index.ts";
import { arbCatalog } from "./arbitrary.ts";
import { catalog, entry, vocabulary } from "./build.ts";

const runs = { numRuns: 2000 };

describe("for any two catalogs", () => {
  test("there is no difference between a catalog and itself", () => {
    fc.assert(
      fc.property(arbCatalog, (a) => {
        expect(diff(a, structuredClone(a))).toEqual([]);
      }),
      runs,
    );
  });

  test("applying the difference to the first gives the second, byte for byte", () => {
    fc.assert(
      fc.property(arbCatalog, arbCatalog, (a, b) => {
        expect(JSON.stringify(apply(diff(a, b), a))).toBe(JSON.stringify(b));
      }),
      runs,
    );
  });

  test("changes survive JSON", () => {
    fc.assert(
      fc.property(arbCatalog, arbCatalog, (a, b) => {
        const changes: Change[] = JSON.parse(JSON.stringify(diff(a, b)));
        expect(JSON.stringify(apply(changes, a))).toBe(JSON.stringify(b));
      }),
      { numRuns: 1000 },
    );
  });

  test("neither catalog is touched", () => {
    fc.assert(
      fc.property(arbCatalog, arbCatalog, (a, b) => {
        const copies = JSON.stringify([a, b]);
        apply(diff(a, b), a);
        expect(JSON.stringify([a, b])).toBe(copies);
      }),
      { numRuns: 200 },
    );
  });
});

describe("changes of another catalog are refused", () => {
  const a = catalog({ state: vocabulary([entry("one")]) });
  const b = catalog({ state: vocabulary([entry("one"), entry("two")]) });
  const c = catalog({ state: vocabulary([entry("three")]) });

  test("where the place they name is not there", () => {
    expect(() => apply(diff(a, b), c)).toThrow("These changes do not belong to this catalog");
  });

  test("where the thing they name is not there", () => {
    const moved: Change = {
      kind: "order-changed",
      list: { of: "entries", vocabulary: "state" },
      moved: [{ key: "x", after: null }],
    };
    expect(() => apply([moved], a)).toThrow('it has no "x"');
  });
});

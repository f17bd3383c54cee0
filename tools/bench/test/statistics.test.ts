import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { growth, median } from "../src/statistics.ts";

describe("median", () => {
  it.each([
    [[3], 3],
    [[4, 1, 3], 3],
    [[4, 1, 3, 2], 2.5],
  ])("of %j is %d", (figures, expected) => {
    expect(median(figures)).toBe(expected);
  });

  it("lies between the least and the most, whatever the order", () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1 }), (figures) => {
        const middle = median(figures);
        expect(middle).toBeGreaterThanOrEqual(Math.min(...figures));
        expect(middle).toBeLessThanOrEqual(Math.max(...figures));
        expect(median([...figures].reverse())).toBe(middle);
      }),
    );
  });

  it("of nothing is an error", () => {
    expect(() => median([])).toThrow(RangeError);
  });
});

describe("growth", () => {
  it.each([0.5, 1, 2, 3])("finds the exponent %d", (exponent) => {
    const points = [100, 1_000, 10_000].map((x) => ({ x, y: 7 * x ** exponent }));
    expect(growth(points)).toBeCloseTo(exponent, 10);
  });
});

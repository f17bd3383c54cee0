import { describe, expect, it } from "vitest";
import { StoreError } from "../../src/store/event-store.ts";
import { pageByTime, positionOf, timeOf } from "../../src/store/sql/cursor.ts";

describe("a cursor", () => {
  it("is refused where the list never gave it", () => {
    for (const cursor of ["", "x", "1.2.3", "-1", "1e5", "9".repeat(40)]) {
      expect(() => timeOf(cursor), cursor).toThrow(StoreError);
      expect(() => positionOf(cursor), cursor).toThrow(StoreError);
    }
  });

  it("counts what was shown of the last moment, over several pages", () => {
    const same = (item: number) => item;
    const first = pageByTime([9, 5, 5, 5], 3, timeOf(undefined), same);
    expect(first).toEqual({ items: [9, 5, 5], next: "5.2" });
    expect(pageByTime([5, 5, 5], 2, timeOf("5.2"), same).next).toBe("5.4");
    expect(pageByTime([5, 5], 2, timeOf("5.4"), same).next).toBeNull();
  });
});

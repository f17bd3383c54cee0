import { describe, expect, it } from "vitest";
import { clearUnallocated } from "../../src/store/sqlite/unallocated.ts";

/** A page of 64 bytes with one cell of 8 bytes at its end, full of ones otherwise. */
function page(type: number, start = 0): Buffer {
  const bytes = Buffer.alloc(64, 1);
  bytes[start] = type;
  bytes.writeUInt16BE(1, start + 3);
  bytes.writeUInt16BE(56, start + 5);
  return bytes;
}

describe("the unallocated space of a page", () => {
  it.each([
    [13, 8],
    [10, 8],
    [5, 12],
    [2, 12],
  ])("of type %i lies between the list of cells and the cells", (type, header) => {
    for (const start of [0, 20]) {
      const cleared = page(type, start);
      expect(clearUnallocated(cleared, start)).toBe(true);
      const expected = page(type, start);
      expected.fill(0, start + header + 2, 56);
      expect(cleared).toEqual(expected);
      expect(clearUnallocated(cleared, start)).toBe(false);
    }
  });

  it("is left alone where the page holds no rows, or makes no sense", () => {
    for (const type of [0, 1, 3, 14, 255]) expect(clearUnallocated(page(type), 0)).toBe(false);
    const broken = page(13);
    broken.writeUInt16BE(40, 3);
    expect(clearUnallocated(broken, 0)).toBe(false);
    const outside = page(13);
    outside.writeUInt16BE(65, 5);
    expect(clearUnallocated(outside, 0)).toBe(false);
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { layOut, type SpanCell } from "../src/html/grid.ts";

/** A grid in which each number is one cell, and the rows of cells that one would write for it. */
interface Example {
  readonly grid: readonly (readonly number[])[];
  readonly written: readonly (readonly SpanCell<number>[])[];
}

/** Fills a grid from its first free square on, with cells of the sizes asked for as far as there is room. */
function fill(height: number, width: number, sizes: readonly (readonly [rows: number, columns: number])[]): Example {
  const grid = Array.from({ length: height }, () => new Array<number>(width).fill(-1));
  const written: SpanCell<number>[][] = Array.from({ length: height }, () => []);
  let value = 0;
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      if (grid[row]![column] !== -1) continue;
      const [wantedRows, wantedColumns] = sizes[value % sizes.length]!;
      let columns = 1;
      while (columns < wantedColumns && grid[row]![column + columns] === -1) columns++;
      const rows = Math.min(wantedRows, height - row);
      for (let y = row; y < row + rows; y++) grid[y]!.fill(value, column, column + columns);
      const toEnd = row + rows === height && value % 2 === 0;
      written[row]!.push({ value, columns, rows: toEnd ? 0 : rows });
      value++;
    }
  }
  return { grid, written };
}

describe("spans", () => {
  test("of any grid give back that grid", () => {
    const size = fc.integer({ min: 1, max: 4 });
    const example = fc
      .tuple(
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 6 }),
        fc.array(fc.tuple(size, size), { minLength: 1 }),
      )
      .map(([height, width, sizes]) => fill(height, width, sizes));
    fc.assert(
      fc.property(example, ({ grid, written }) => {
        expect(layOut(written)).toEqual({ rows: grid, problems: [] });
      }),
      { numRuns: 2000 },
    );
  });

  test("of any cells are laid out or refused, and a table without any is itself", () => {
    const cell = fc.record({
      value: fc.nat(),
      columns: fc.integer({ min: 1, max: 1000 }),
      rows: fc.integer({ min: 0, max: 65_534 }),
    });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 5 }), (written) => {
        const { rows } = layOut(written);
        expect(rows.length).toBe(written.length);
        expect(rows.flat().length).toBeLessThan(110_000);
        const plain = written.map((cells) => cells.map(({ value }) => ({ value, columns: 1, rows: 1 })));
        expect(layOut(plain)).toEqual({ rows: written.map((cells) => cells.map(({ value }) => value)), problems: [] });
      }),
      { numRuns: 1000 },
    );
  });

  test("that reach too far are no more than a page has", () => {
    const many = Array.from({ length: 200 }, () => [{ value: 1, columns: 1000, rows: 0 }]);
    const { rows, problems } = layOut(many);
    expect(rows.flat().length).toBeLessThan(110_000);
    expect(problems).toEqual([{ value: 1, message: "Found spans over more than 100000 cells, expected fewer" }]);
  });
});

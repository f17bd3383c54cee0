/** A cell as written, with how far it spans. */
export interface SpanCell<T> {
  readonly value: T;
  readonly columns: number;
  /** 0 means all rows that are left. */
  readonly rows: number;
}

export interface Grid<T> {
  /** A row has the value of a spanning cell once for each column that it spans, and so has every row that it reaches. */
  readonly rows: readonly (readonly T[])[];
  /** Why spans make no table, by the cell that shows it. */
  readonly problems: readonly { readonly value: T; readonly message: string }[];
}

/** A page of a few kilobytes could ask for millions. */
const MOST_REPEATED = 100_000;

/**
 * Lays out the rows of one part of a table as HTML does: a cell takes the next columns into which none reaches from above.
 * Cells that are missing are not made up, so that such a row stays short.
 */
export function layOut<T>(written: readonly (readonly SpanCell<T>[])[]): Grid<T> {
  const problems: { value: T; message: string }[] = [];
  const fromAbove = new Map<number, { readonly value: T; left: number }>();
  let repeated = 0;
  const rows = written.map((cells, index) => {
    const left = written.length - index;
    const row = new Map<number, T>();
    for (const [column, above] of fromAbove) {
      row.set(column, above.value);
      above.left--;
      if (above.left === 0) fromAbove.delete(column);
    }
    let column = 0;
    for (const cell of cells) {
      while (row.has(column)) column++;
      const reach = cell.rows === 0 ? left : Math.min(cell.rows, left);
      if (repeated > MOST_REPEATED) break;
      repeated += cell.columns * reach - 1;
      if (repeated > MOST_REPEATED) {
        problem(cell, `Found spans over more than ${MOST_REPEATED} cells, expected fewer`);
        break;
      }
      if (cell.rows > left) problem(cell, `Found a cell over ${cell.rows} rows, expected no more than ${left}`);
      for (const end = column + cell.columns; column < end; column++) {
        if (row.has(column)) problem(cell, "Found a cell over a column that another reaches from above");
        row.set(column, cell.value);
        if (reach > 1) fromAbove.set(column, { value: cell.value, left: reach - 1 });
      }
    }
    return inOrder(row);
  });
  return { rows, problems };

  function problem({ value }: SpanCell<T>, message: string): void {
    problems.push({ value, message });
  }
}

function inOrder<T>(row: ReadonlyMap<number, T>): readonly T[] {
  return Array.from(row)
    .sort(([a], [b]) => a - b)
    .map(([, value]) => value);
}

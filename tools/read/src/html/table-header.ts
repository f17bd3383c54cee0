import type { Element } from "hast";
import type { GridRow } from "./table-rows.ts";

export interface TableParts {
  /** Cells above the names of the columns that each stand over several of them. */
  readonly titles: readonly Element[];
  readonly header: GridRow;
  readonly body: readonly GridRow[];
  /** A cell that names a column which a row below names too. */
  readonly ambiguous?: Element;
}

/**
 * Finds the row that names the columns: the last of the head, or of the rows at the top that hold only names; in a table
 * without either, the first. What stands above it are titles, or cells that reach down into it.
 */
export function splitHeader(rows: readonly GridRow[]): TableParts | undefined {
  const count = headerRows(rows);
  const header = rows[count - 1];
  if (header === undefined) return undefined;
  const above = rows.slice(0, count - 1).flatMap(({ cells }) => cells.map((cell, column) => ({ cell, column, cells })));
  const lost = above.filter(({ cell, column }) => header.cells[column] !== cell);
  const isTitle = ({ cell, column, cells }: (typeof lost)[number]) =>
    cells[column - 1] === cell || cells[column + 1] === cell;
  const ambiguous = lost.find((item) => !isTitle(item))?.cell;
  const titles = Array.from(new Set(lost.filter(isTitle).map(({ cell }) => cell)));
  const body = rows.slice(count);
  return ambiguous === undefined ? { titles, header, body } : { titles, header, body, ambiguous };
}

function headerRows(rows: readonly GridRow[]): number {
  const head = rows.findIndex(({ isInHead }) => !isInHead);
  if (head !== 0) return head === -1 ? rows.length : head;
  const names = rows.findIndex(({ isNames, isUndivided }, index) => !isNames || (isUndivided && index > 0));
  return Math.max(1, names);
}

import type { TableCell, Table as TableNode, TableRow } from "mdast";
import type { Cell, Row, Table } from "../document.ts";
import { contentOf } from "../inline/lines.ts";
import { sourceText } from "../inline/source-text.ts";
import { piecesOf } from "./phrasing.ts";
import type { Reading } from "./reading.ts";

/** A table. A layout may keep rows out of the tree: those that follow its header. */
export function tableOf(node: TableNode, reading: Reading, kept: readonly Row[] = []): Table {
  const [header, ...rows] = rowsOf(node, reading);
  return { kind: "table", header: header!, rows: [...kept, ...rows], place: reading.placeOf(node.position!.start) };
}

/** The rows of a table as they stand, header first: surplus cells are there, missing ones are not made up. */
export function rowsOf(table: TableNode, reading: Reading): Row[] {
  return table.children.map((row) => rowOf(row, reading));
}

function rowOf(row: TableRow, reading: Reading): Row {
  return { cells: row.children.map((cell) => cellOf(cell, reading)), place: reading.placeOf(row.position!.start) };
}

function cellOf(cell: TableCell, { targets, placeOf }: Reading): Cell {
  const { line, column } = cell.position!.start;
  // An empty cell begins with its pipe; what one would write there comes after it.
  const start = cell.children[0]?.position?.start ?? { line, column: column + 1 };
  return sourceText(contentOf(piecesOf(cell.children, targets)), placeOf(start));
}

import type { Row } from "../document.ts";
import { type Complain, rowOf } from "./cells.ts";
import type { KnownTable } from "./columns.ts";
import { quoted, type TextLine } from "./lines.ts";

/** Divides lines into rows by counting: all there is to go by where the first column has no pattern. */
export function fixedRows(lines: readonly TextLine[], table: KnownTable, complain: Complain): readonly Row[] {
  const { columns } = table;
  const rows: Row[] = [];
  for (let index = 0; index < lines.length; index += columns.length) {
    const row = lines.slice(index, index + columns.length);
    if (row.length < columns.length) {
      const missing = columns[row.length]!.name;
      complain(
        "missing",
        row[0]!,
        `Found the end of the table after ${quoted(row.at(-1)!.text)}, expected "${missing}"`,
      );
    } else {
      checkPatterns(row, table, complain);
      rows.push(rowOf(table, row));
    }
  }
  return rows;
}

/** Checks the cells of a row, one line each, against their columns' patterns. */
export function checkPatterns(row: readonly TextLine[], { columns }: KnownTable, complain: Complain): void {
  columns.forEach(({ pattern, name }, index) => {
    const line = row[index];
    if (line === undefined || pattern === undefined || pattern.test(line.text)) return;
    complain("malformed", line, `Found ${quoted(line.text)}, expected a "${name}" that matches its pattern`);
  });
}

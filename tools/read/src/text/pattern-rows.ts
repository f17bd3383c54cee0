import type { Row } from "../document.ts";
import { type Complain, rowOf } from "./cells.ts";
import type { KnownTable } from "./columns.ts";
import { checkPatterns } from "./fixed-rows.ts";
import { isGlued, looksGlued } from "./glue.ts";
import { quoted, type TextLine } from "./lines.ts";

/**
 * Divides lines into rows where the first columns have patterns: a row begins where consecutive lines match them. What
 * could be read in two ways is refused, because a copy that lost cells looks much like one with longer cells.
 */
export function patternRows(lines: readonly TextLine[], table: KnownTable, complain: Complain): readonly Row[] {
  const { columns, leading } = table;
  const begins = (index: number) =>
    columns.slice(0, leading).every(({ pattern }, offset) => pattern!.test(lines[index + offset]?.text ?? ""));
  const nextFrom = (index: number) => {
    let next = index;
    while (next < lines.length && !begins(next)) next++;
    return next;
  };
  const first = nextFrom(0);
  if (first > 0) complainOfStart(lines, first, table, complain);
  const rows: Row[] = [];
  for (let index = first; index < lines.length; ) {
    const next = nextFrom(index + leading);
    const cells = lines.slice(index, next);
    if (isWhole(cells, lines[next], table, complain)) rows.push(rowOf(table, cells));
    index = next;
  }
  return rows;
}

/** The lines between the header and the first row: all of them where no row begins at all. */
function complainOfStart(lines: readonly TextLine[], first: number, table: KnownTable, complain: Complain): void {
  const { columns, leading } = table;
  const wrong = columns.slice(0, leading).findIndex(({ pattern }, index) => !pattern!.test(lines[index]?.text ?? ""));
  const column = columns[wrong]!;
  const line = lines[wrong];
  if (line === undefined) {
    complain(
      "missing",
      lines[0]!,
      `Found the end of the table after ${quoted(lines.at(-1)!.text)}, expected "${column.name}"`,
    );
    return;
  }
  const lost = first === lines.length || first < columns.length;
  const rule = isGlued(line.text, column) ? "glued" : lost ? "missing" : "malformed";
  complain(rule, line, `Found ${quoted(line.text)}, expected "${column.name}"`);
}

/** Whether the lines from one row's beginning to the next make a row; if not, complains of what is wrong with them. */
function isWhole(
  cells: readonly TextLine[],
  next: TextLine | undefined,
  table: KnownTable,
  complain: Complain,
): boolean {
  const { columns } = table;
  if (cells.length < columns.length) {
    const missing = columns[cells.length]!.name;
    const found =
      next === undefined
        ? `the end of the table after ${quoted(cells.at(-1)!.text)}`
        : `${quoted(next.text)}, which begins a row`;
    complain("missing", next ?? cells[0]!, `Found ${found}, expected "${missing}"`);
    return false;
  }
  const rest = cells.slice(columns.length);
  const many = columns.at(-1)!.many;
  const stray = many ? rest.find(({ text }) => looksLost(text, table)) : rest[0];
  checkPatterns(cells, table, complain);
  if (stray === undefined) return true;
  complainOfStray(stray, rest.length, next, table, complain);
  return false;
}

/** Among the paragraphs of a cell: a line that is no paragraph, but a row that lost a cell or its separators. */
function looksLost(text: string, { columns, leading }: KnownTable): boolean {
  const first = columns[0]!;
  return (leading > 1 && first.pattern!.test(text)) || looksGlued(text, first);
}

function complainOfStray(
  stray: TextLine,
  count: number,
  next: TextLine | undefined,
  { columns, leading }: KnownTable,
  complain: Complain,
): void {
  const first = columns[0]!;
  const found = quoted(stray.text);
  if (leading > 1 && first.pattern!.test(stray.text)) {
    complain("missing", stray, `Found ${found}, which begins a row, without "${columns[1]!.name}" after it`);
  } else if (isGlued(stray.text, first)) {
    complain("glued", stray, `Found ${found}, expected "${first.name}" in a line of its own`);
  } else if (next === undefined) {
    complain("unexpected", stray, `Found ${found} after the last row, expected the end of the table`);
  } else {
    const rule = count % columns.length === 0 ? "malformed" : "missing";
    complain(rule, stray, `Found ${found}, expected the next row's "${first.name}"`);
  }
}

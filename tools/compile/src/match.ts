import type { Heading } from "@tools/read";
import type { ColumnName, ProseMatch, TableMatch } from "./config.ts";
import type { PlacedProse, PlacedTable } from "./outline.ts";

/** The form in which header cells and headings are compared: white space folded, case ignored. */
function fold(text: string): string {
  return text.replace(/\s+/gu, " ").trim().toLowerCase();
}

/** The names of a column, first the one to show. */
export function namesOf(column: ColumnName): readonly string[] {
  return typeof column === "string" ? [column] : column;
}

/** Indexes of the header cells that bear one of a column's names. */
export function columnIndexes(headers: readonly string[], column: ColumnName): readonly number[] {
  const wanted = new Set(namesOf(column).map(fold));
  return headers.flatMap((header, index) => (wanted.has(fold(header)) ? [index] : []));
}

export function headersOf(placed: PlacedTable): readonly string[] {
  return placed.table.header.cells.map((cell) => cell.text);
}

/** Whether everything but the headers holds. */
export function standsWhere(match: TableMatch, placed: PlacedTable): boolean {
  return (
    (match.page === undefined || match.page === placed.page) &&
    (match.under === undefined || isUnder(match.under, placed.headings)) &&
    (match.after === undefined || (placed.before !== undefined && contains(placed.before.text, match.after)))
  );
}

/** The columns that a match asks for and the table lacks. */
export function missingColumns(match: TableMatch, placed: PlacedTable): readonly ColumnName[] {
  const headers = headersOf(placed);
  return (match.headers ?? []).filter((column) => columnIndexes(headers, column).length === 0);
}

export function matchesTable(match: TableMatch, placed: PlacedTable): boolean {
  return standsWhere(match, placed) && missingColumns(match, placed).length === 0;
}

export function matchesProse(match: ProseMatch, placed: PlacedProse): boolean {
  return (
    (match.page === undefined || match.page === placed.page) &&
    (match.under === undefined || isUnder(match.under, placed.headings)) &&
    contains(placed.prose.text, match.text)
  );
}

function isUnder(under: string | RegExp, headings: readonly Heading[]): boolean {
  return headings.some((heading) =>
    typeof under === "string" ? fold(heading.text) === fold(under) : test(under, heading.text),
  );
}

function contains(text: string, part: string | RegExp): boolean {
  return typeof part === "string" ? fold(text).includes(fold(part)) : test(part, text);
}

/** `RegExp.test` without the memory that the flags g and y give it. */
export function test(pattern: RegExp, text: string): boolean {
  pattern.lastIndex = 0;
  return pattern.test(text);
}

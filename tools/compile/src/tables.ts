import type { Diagnostic } from "@tools/read";
import type { ColumnName, TableMatch } from "./config.ts";
import { headersOf, matchesTable, missingColumns, namesOf, standsWhere } from "./match.ts";
import type { PlacedTable } from "./outline.ts";
import { type At, report, rules } from "./rules.ts";

export interface Found {
  readonly table?: PlacedTable;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The one table that a match means. None and several are errors that say what stands there instead. A table that another
 * vocabulary takes is not this one with a column gone.
 */
export function findTable(
  what: string,
  match: TableMatch,
  tables: readonly PlacedTable[],
  fallback: At,
  isTaken: (table: PlacedTable) => boolean,
): Found {
  const found = tables.filter((placed) => matchesTable(match, placed));
  const [first, second] = found;
  if (first !== undefined && second === undefined) return { table: first, diagnostics: [] };
  if (first !== undefined) {
    const list = found.map((placed) => `line ${placed.table.place.line} of ${placed.document.file}`).join(", ");
    const message = `Found ${found.length} tables for ${what}, expected one: ${list}`;
    return { diagnostics: [report(rules.tableAmbiguous, at(first), message)] };
  }
  return {
    diagnostics: [
      nearMiss(
        what,
        match,
        tables.filter((table) => !isTaken(table)),
      ) ?? missing(what, match, tables, fallback),
    ],
  };
}

/** A table in the right place that has most of the headers is that table with a column gone, not another table. */
function nearMiss(what: string, match: TableMatch, tables: readonly PlacedTable[]): Diagnostic | undefined {
  const wanted = match.headers?.length ?? 0;
  const near = tables
    .filter((placed) => standsWhere(match, placed))
    .map((placed) => ({ placed, lacks: missingColumns(match, placed) }))
    .filter(({ lacks }) => lacks.length * 2 <= wanted)
    .sort((a, b) => a.lacks.length - b.lacks.length);
  const [best, next] = near;
  if (best === undefined || (next !== undefined && next.lacks.length === best.lacks.length)) return undefined;
  const headers = headersOf(best.placed);
  const message = `The table for ${what} has no column ${best.lacks.map(showColumn).join(" and no column ")}; found ${showHeaders(headers)}`;
  return report(
    rules.columnMissing,
    { file: best.placed.document.file, place: best.placed.table.header.place },
    message,
  );
}

function missing(what: string, match: TableMatch, tables: readonly PlacedTable[], fallback: At): Diagnostic {
  const onPage = tables.filter((placed) => match.page === undefined || placed.page === match.page);
  const seen = onPage.map((placed) => `${showHeaders(headersOf(placed))} at line ${placed.table.place.line}`);
  const message = `Found no table for ${what}, expected one with ${showMatch(match)}; found ${seen.length === 0 ? "no table at all" : seen.join("; ")}`;
  return report(rules.tableMissing, fallback, message);
}

function at(placed: PlacedTable): At {
  return { file: placed.document.file, place: placed.table.place };
}

function showMatch(match: TableMatch): string {
  const parts = [
    match.headers === undefined ? "any headers" : `the headers ${match.headers.map(showColumn).join(", ")}`,
    ...(match.under === undefined ? [] : [`under the heading ${show(match.under)}`]),
    ...(match.after === undefined ? [] : [`after ${show(match.after)}`]),
  ];
  return parts.join(" ");
}

const show = (text: string | RegExp): string => (typeof text === "string" ? JSON.stringify(text) : String(text));

/** A column as messages name it. */
export function showColumn(column: ColumnName): string {
  return namesOf(column)
    .map((name) => `"${name}"`)
    .join(" or ");
}

export function showHeaders(headers: readonly string[]): string {
  return headers.map((header) => (header === "" ? "(empty)" : `"${header}"`)).join(", ");
}

import type { Diagnostic } from "../diagnostic.ts";
import type { Row } from "../document.ts";
import { report } from "../rule.ts";
import { type ReadRule, rules } from "../rules.ts";
import type { Complain } from "./cells.ts";
import type { KnownTable } from "./columns.ts";
import { fixedRows } from "./fixed-rows.ts";
import { quoted, type TextLine } from "./lines.ts";
import { patternRows } from "./pattern-rows.ts";

const complaints: Readonly<Record<Parameters<Complain>[0], ReadRule>> = {
  missing: rules.textCellMissing,
  glued: rules.textCellsGlued,
  malformed: rules.textCellMalformed,
  unexpected: rules.textLineUnexpected,
};

/** What the rows of a table are read with, besides their lines. */
export interface TableAt {
  readonly file: string;
  readonly header: TextLine;
  /** Whether the page ended before the line that ends the table. */
  readonly cut: boolean;
}

/** Divides the lines of a table into rows, and says of every other line why it is none. */
export function textRows(lines: readonly TextLine[], table: KnownTable, { file, header, cut }: TableAt) {
  const diagnostics: Diagnostic[] = [];
  const complain: Complain = (rule, { place }, message) => {
    diagnostics.push(report(complaints[rule], { file, place }, message));
  };
  let rows: readonly Row[] = [];
  if (lines.length === 0) {
    const message = `Found nothing after the headers, expected a row of ${table.columns.length} cells`;
    diagnostics.push(report(rules.textTableEmpty, { file, place: header.place }, message));
  } else {
    rows = (table.leading === 0 ? fixedRows : patternRows)(lines, table, complain);
  }
  if (cut) {
    const { text, place } = lines.at(-1) ?? header;
    const message = `Found the end of the page after ${quoted(text)}, expected a line that begins with "${table.until}"`;
    diagnostics.push(report(rules.textTableCut, { file, place }, message));
  }
  return { rows, diagnostics };
}

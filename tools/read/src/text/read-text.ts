import type { Diagnostic } from "../diagnostic.ts";
import type { Block, Table } from "../document.ts";
import { foldText } from "../fold.ts";
import { contentOf } from "../inline/lines.ts";
import { plainPieces } from "../inline/piece.ts";
import { headingText } from "../inline/source-text.ts";
import { type ReadRule, rules } from "../rules.ts";
import { report } from "../rule.ts";
import type { TextLayout } from "../text-layout.ts";
import { type Complain, headerOf } from "./cells.ts";
import { checkLayout } from "./check-layout.ts";
import { type KnownTable, knownTables } from "./columns.ts";
import { endOf, headerAt } from "./find.ts";
import { fixedRows } from "./fixed-rows.ts";
import { type TextLine, textLines } from "./lines.ts";
import { missingHeadings, missingTable } from "./missing.ts";
import { patternRows } from "./pattern-rows.ts";
import { textProse } from "./prose.ts";

const complaints: Readonly<Record<Parameters<Complain>[0], ReadRule>> = {
  missing: rules.textCellMissing,
  glued: rules.textCellsGlued,
  malformed: rules.textCellMalformed,
  unexpected: rules.textLineUnexpected,
};

/** Reads a page of flattened text: a cell a line, tables where their headers are, headings where they are known. */
export async function readText(lines: readonly string[], file: string, layout: TextLayout | undefined) {
  if (layout === undefined) {
    return { blocks: [], diagnostics: [report(rules.textLayoutMissing, { file }, "Found flattened text, expected a description of its tables")] };
  }
  const tables = await knownTables(layout.tables);
  const wrong = checkLayout(tables, file);
  if (wrong.length > 0) return { blocks: [], diagnostics: wrong };
  return new TextPage(textLines(lines, layout.noise ?? []), tables, layout, file).read();
}

import type { Diagnostic } from "../diagnostic.ts";
import type { Block, Heading, Table } from "../document.ts";
import { foldText } from "../fold.ts";
import { contentOf } from "../inline/lines.ts";
import { plainPieces } from "../inline/piece.ts";
import { headingText } from "../inline/source-text.ts";
import { report } from "../rule.ts";
import { rules } from "../rules.ts";
import type { TextLayout } from "../text-layout.ts";
import { headerOf } from "./cells.ts";
import { checkLayout } from "./check-layout.ts";
import { type KnownTable, knownTables } from "./columns.ts";
import { endOf, headerAt } from "./find.ts";
import { type TextLine, textLines } from "./lines.ts";
import { missingTable } from "./missing.ts";
import { textProse } from "./prose.ts";
import { textRows } from "./rows.ts";

export interface TextBlocks {
  readonly blocks: readonly Block[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a page of flattened text: a cell a line, tables where their headers are, headings where they are known. */
export async function readText(
  lines: readonly string[],
  file: string,
  layout: TextLayout | undefined,
): Promise<TextBlocks> {
  if (layout === undefined) {
    const message = "Found flattened text, expected a description of its tables";
    return { blocks: [], diagnostics: [report(rules.textLayoutMissing, { file }, message)] };
  }
  const tables = await knownTables(layout.tables);
  const wrong = checkLayout(tables, file);
  return wrong.length > 0 ? { blocks: [], diagnostics: wrong } : readLines(lines, file, layout, tables);
}

function readLines(
  page: readonly string[],
  file: string,
  { headings = [], noise = [] }: TextLayout,
  tables: readonly KnownTable[],
): TextBlocks {
  const lines = textLines(page, noise);
  const depths = new Map(headings.map(({ text, depth }) => [foldText(text), depth]));
  const isBoundary = (index: number) =>
    depths.has(lines[index]!.folded) || headerAt(lines, index, tables) !== undefined;

  const blocks: Block[] = [];
  const diagnostics: Diagnostic[] = [];
  const found = new Set<KnownTable | string>();
  for (let index = 0; index < lines.length; ) {
    const line = lines[index]!;
    const table = headerAt(lines, index, tables);
    const depth = depths.get(line.folded);
    if (table !== undefined) {
      const from = index + table.columns.length;
      const end = endOf(lines, from, table, isBoundary);
      const body = textRows(lines.slice(from, end.index), table, { file, header: line, cut: end.cut });
      blocks.push(tableBlock(table, lines.slice(index, from), body.rows));
      diagnostics.push(...body.diagnostics);
      found.add(table);
      index = end.index;
    } else if (depth !== undefined) {
      blocks.push(headingBlock(line, depth));
      found.add(line.folded);
      index++;
    } else {
      const from = index++;
      while (index < lines.length && !isBoundary(index)) index++;
      blocks.push(...textProse(lines.slice(from, index)));
    }
  }
  return { blocks, diagnostics: [...diagnostics, ...notFound(lines, depths.keys(), tables, found, file)] };
}

function tableBlock(table: KnownTable, header: readonly TextLine[], rows: Table["rows"]): Table {
  return { kind: "table", header: headerOf(table, header), rows, place: header[0]!.place };
}

function headingBlock({ text, place }: TextLine, depth: number): Heading {
  return { kind: "heading", depth, ...headingText(contentOf(plainPieces([text])), place) };
}

/** Reports what the description names and the page lacks. */
function notFound(
  lines: readonly TextLine[],
  headings: Iterable<string>,
  tables: readonly KnownTable[],
  found: ReadonlySet<KnownTable | string>,
  file: string,
): readonly Diagnostic[] {
  const lost = Array.from(headings).filter((heading) => !found.has(heading));
  return [
    ...lost.map((heading) =>
      report(rules.textHeadingMissing, { file }, `Found no line "${heading}", expected a heading`),
    ),
    ...tables
      .filter((table) => !found.has(table))
      .map((table) => {
        const { glued, at, message } = missingTable(lines, table, file);
        return report(glued ? rules.textCellsGlued : rules.textTableMissing, at, message);
      }),
  ];
}

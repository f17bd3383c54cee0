import { foldText } from "../fold.ts";
import type { Content } from "../inline/content.ts";
import { contentOf } from "../inline/lines.ts";
import { textOfLine } from "../inline/source-text.ts";
import { excerpt } from "../markdown/excerpt.ts";
import { type Parse, parserFor } from "../markdown/parser.ts";
import { piecesOf } from "../mdast/phrasing.ts";
import type { TextColumn, TextTable } from "../text-layout.ts";

/** A described table, ready to be looked for. */
export interface KnownTable {
  readonly columns: readonly KnownColumn[];
  /** How many columns, from the first one on, have a pattern: those tell where a row begins. */
  readonly leading: number;
  readonly until: string | undefined;
}

export interface KnownColumn {
  readonly header: Content;
  /** The header cell as it is compared. */
  readonly name: string;
  /** Matches a whole cell and nothing less. */
  readonly pattern: RegExp | undefined;
  readonly code: boolean;
  readonly many: boolean;
}

/** Prepares descriptions. Headers are Markdown, so that a page without formatting gets back what it lost. */
export async function knownTables(tables: readonly TextTable[]): Promise<readonly KnownTable[]> {
  const parse = await parserFor("markdown");
  return tables.map(({ columns, until }) => {
    const known = columns.map((column) => knownColumn(column, parse));
    const free = known.findIndex(({ pattern }) => pattern === undefined);
    return {
      columns: known,
      leading: free === -1 ? known.length : free,
      until: until === undefined ? undefined : foldText(until),
    };
  });
}

function knownColumn({ header, pattern, code = false, paragraphs = "one" }: TextColumn, parse: Parse): KnownColumn {
  const content = cellContent(header, parse);
  return {
    header: content,
    name: foldText(content.flat().map(textOfLine).join(" ")),
    pattern: pattern && new RegExp(`^(?:${pattern.source})$`, pattern.flags.replace(/[gy]/g, "")),
    code,
    many: paragraphs === "many",
  };
}

/** A header is read as what it is, a cell: nothing in it begins a block. */
function cellContent(markdown: string, parse: Parse): Content {
  const lines = [`| ${markdown.replaceAll("\n", " ")} |`, "| --- |"];
  const [table] = parse(excerpt(lines, [0, 1])).children;
  const cell = table?.type === "table" ? table.children[0]?.children[0] : undefined;
  return contentOf(piecesOf(cell?.children ?? [], { links: new Map(), footnotes: new Set() }));
}

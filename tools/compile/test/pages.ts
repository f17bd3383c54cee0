import type { Block, Cell, Heading, Prose, SourceDocument, SourceText, Table } from "@tools/read";
import {
  type CatalogConfig,
  type CompileResult,
  compile,
  emptyLedger,
  type Ledger,
  type Overlay,
} from "../src/index.ts";

type Front = Readonly<Record<string, string>>;

/** A page made of blocks, each on a line of its own and each row one line further. */
function page(blocks: readonly Block[], front: Front = { title: "Page", published: "2025-05-07" }): SourceDocument {
  let line = 1;
  const placed = blocks.map((block): Block => {
    const place = { line, column: 1 };
    line += 2;
    if (block.kind !== "table") return { ...block, place };
    const at = (row: Table["header"]) => ({ ...row, place: { line: line++, column: 3 } });
    return { ...block, place, header: at(block.header), rows: block.rows.map(at) };
  });
  return { file: "page.md", layout: "markdown", front, blocks: placed };
}

function text(markdown: string): SourceText {
  const codes = [...markdown.matchAll(/`([^`]+)`/g)].map((match) => match[1] as string);
  return { text: markdown.replaceAll("`", ""), markdown, codes, place: { line: 1, column: 1 } };
}

export const heading = (depth: number, markdown: string): Heading => ({ kind: "heading", depth, ...text(markdown) });
export const prose = (markdown: string): Prose => ({ kind: "prose", ...text(markdown) });

export function table(headers: readonly string[], ...rows: readonly (readonly string[])[]): Table {
  const place = { line: 1, column: 1 };
  const cells = (texts: readonly string[]): readonly Cell[] => texts.map(text);
  return {
    kind: "table",
    place,
    header: { cells: cells(headers), place },
    rows: rows.map((row) => ({ cells: cells(row), place })),
  };
}

/** The smallest configuration: one page, one vocabulary `state` from the columns Value and Description. */
export const config: CatalogConfig = {
  title: "Test",
  pages: { page: { file: "page.md", url: null } },
  vocabularies: {
    state: {
      title: "State",
      table: { headers: ["Value", "Description"] },
      value: { column: "Value" },
      descriptions: [{ column: "Description" }],
      exports: { type: "State", list: "states", module: "state" },
    },
  },
  output: { catalog: "catalog.json", ledger: "ledger.json", places: "places.json" },
};

export interface Given {
  readonly config?: CatalogConfig;
  readonly ledger?: Ledger;
  readonly overlays?: readonly Overlay[];
  readonly front?: Front;
}

/** Compiles one page of blocks. */
export function compilePage(blocks: readonly Block[], given: Given = {}): CompileResult {
  return compile({
    config: given.config ?? config,
    configFile: "catalog.config.ts",
    documents: new Map([["page", page(blocks, given.front)]]),
    ledger: given.ledger ?? emptyLedger,
    overlays: given.overlays ?? [],
  });
}

/** What came of it, or a failed test that shows why nothing did. */
export function compiled(blocks: readonly Block[], given: Given = {}) {
  const result = compilePage(blocks, given);
  if (result.compiled === undefined) throw new Error(`refused: ${JSON.stringify(result.diagnostics, null, 2)}`);
  return { ...result.compiled, diagnostics: result.diagnostics };
}

/** `rule@line:column` of each diagnostic. */
export function rulesOf(result: Pick<CompileResult, "diagnostics">): readonly string[] {
  return result.diagnostics.map(({ rule, place }) =>
    place === undefined ? rule : `${rule}@${place.line}:${place.column}`,
  );
}

/** A table of the vocabulary `state`. */
export const states = (...rows: readonly (readonly string[])[]): Table =>
  table(["`state` value", "Description"], ...rows);

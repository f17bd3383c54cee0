import type { Block, Cell, Diagnostic, Row, SourceDocument, SourceText } from "../src/index.ts";

const nowhere = { line: 1, column: 1 };

/** A document without what depends on how it is spelled: its places and its layout. */
export function said(document: SourceDocument) {
  return {
    front: { ...document.front },
    blocks: JSON.parse(
      JSON.stringify(document.blocks, (key, value) => (key === "place" ? undefined : value)),
    ) as unknown,
  };
}

/** What is wrong with a page of any text, to which U+FFFD belongs as well. */
export function reported(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.filter(({ rule }) => !rule.startsWith("replacement-"));
}

export function documentOf(blocks: readonly Block[], front: Record<string, string> = {}): SourceDocument {
  return { file: "page.md", layout: "markdown", front, blocks };
}

export function tableOf(header: readonly Cell[], rows: readonly (readonly Cell[])[]): Block {
  const row = (cells: readonly Cell[]): Row => ({ cells, place: nowhere });
  return { kind: "table", header: row(header), rows: rows.map(row), place: nowhere };
}

export function cellsOf(document: SourceDocument): readonly SourceText[] {
  return document.blocks.flatMap((block) =>
    block.kind === "table" ? [block.header, ...block.rows].flatMap(({ cells }) => cells) : [],
  );
}

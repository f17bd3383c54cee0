import type { Block, Row, SourceDocument, Table } from "../document.ts";
import { COMMENT } from "../inline/escape.ts";
import { tableCell } from "./table-cell.ts";
import { writeFront } from "./write-front.ts";

/**
 * A page as canonical GFM Markdown: reading it gives the same document but for its places and layout, and writing that
 * gives the same bytes. A row is one line without padding, so that a changed cell changes one line.
 *
 * @param front Front matter to write instead of the document's own.
 */
export function writeMarkdown(document: SourceDocument, front: SourceDocument["front"] = document.front): string {
  const written: string[] = [];
  document.blocks.forEach((block, index) => {
    if (mergeable(document.blocks[index - 1], block)) written.push(COMMENT);
    written.push(writeBlock(block));
  });
  return writeFront(front) + written.map((block) => `${block}\n`).join("\n");
}

function writeBlock(block: Block): string {
  if (block.kind === "table") return writeTable(block);
  return block.kind === "heading" ? `${"#".repeat(block.depth)} ${block.markdown}`.trimEnd() : block.markdown;
}

function writeTable({ header, rows }: Table): string {
  const delimiters = `|${" --- |".repeat(header.cells.length)}`;
  return [writeRow(header), delimiters, ...rows.map(writeRow)].join("\n");
}

function writeRow({ cells }: Row): string {
  return `| ${cells.map(({ markdown }) => tableCell(markdown)).join(" | ")} |`;
}

/** Whether two neighbours would be read as one list. */
function mergeable(previous: Block | undefined, block: Block): boolean {
  const kind = listKind(block);
  return kind !== "" && previous !== undefined && listKind(previous) === kind;
}

/** Prose begins with a list marker only where it is a list: text that looks like one is escaped. */
function listKind(block: Block): string {
  if (block.kind !== "prose") return "";
  return /^- /.test(block.markdown) ? "bullets" : /^\d+\. /.test(block.markdown) ? "numbers" : "";
}

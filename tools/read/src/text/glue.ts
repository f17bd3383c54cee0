import type { KnownColumn, KnownTable } from "./columns.ts";
import type { TextLine } from "./lines.ts";

/** Cells are short where they have a pattern; a longer beginning need not be tried. */
const LONGEST = 200;

/** Whether a line begins like a cell of this column and goes on: cells that lost what separated them. */
export function isGlued(text: string, column: KnownColumn): boolean {
  return gluedCell(text, column) !== "";
}

/** The same among paragraphs, many of which begin with a word: only what is no word can have been a cell. */
export function looksGlued(text: string, column: KnownColumn): boolean {
  return /[\p{L}\p{N}][_.:][\p{L}\p{N}]/u.test(gluedCell(text, column));
}

function gluedCell(text: string, { pattern }: KnownColumn): string {
  if (pattern === undefined) return "";
  for (let length = Math.min(text.length - 1, LONGEST); length > 0; length--) {
    if (pattern.test(text.slice(0, length))) return text.slice(0, length);
  }
  return "";
}

/** The line that holds a table's whole header and perhaps more, its cells run together. */
export function gluedHeader(lines: readonly TextLine[], { columns }: KnownTable): TextLine | undefined {
  if (columns.length < 2) return undefined;
  const run = columns.map(({ name }) => name.replaceAll(" ", "")).join("");
  return lines.find(({ folded }) => folded.replace(/[\s|,;]/g, "").startsWith(run));
}

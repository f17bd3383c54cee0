import type { Cell, Row } from "../document.ts";
import { contentOf } from "../inline/lines.ts";
import { plainPieces } from "../inline/piece.ts";
import { sourceText } from "../inline/source-text.ts";
import type { KnownColumn, KnownTable } from "./columns.ts";
import type { TextLine } from "./lines.ts";

/** Takes what is wrong with a line: how it is wrong, the line, and what was found and expected. */
export type Complain = (
  rule: "missing" | "glued" | "malformed" | "unexpected",
  line: TextLine,
  message: string,
) => void;

/** A cell of one line, or of several that are its paragraphs. Code gets its formatting back. */
function cellOf({ code }: KnownColumn, lines: readonly TextLine[]): Cell {
  const paragraphs = lines.map(({ text }) => text);
  const pieces = code ? [{ type: "code", value: paragraphs.join(" ") } as const] : plainPieces(paragraphs);
  return sourceText(contentOf(pieces), lines[0]!.place);
}

/** A row of cells that are known to be there: one line each, the last one all that are left. */
export function rowOf({ columns }: KnownTable, lines: readonly TextLine[]): Row {
  const last = columns.length - 1;
  return {
    cells: columns.map((column, index) =>
      cellOf(column, lines.slice(index, index === last ? lines.length : index + 1)),
    ),
    place: lines[0]!.place,
  };
}

/** The header as its description spells it, where the page has it. */
export function headerOf({ columns }: KnownTable, lines: readonly TextLine[]): Row {
  return {
    cells: columns.map(({ header }, index) => sourceText(header, lines[index]!.place)),
    place: lines[0]!.place,
  };
}

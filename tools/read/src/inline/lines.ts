import type { Content, Line, Paragraph } from "./content.ts";
import type { Piece } from "./piece.ts";
import { tidyLine } from "./tidy.ts";

/** Makes content of pieces: lines at the breaks, paragraphs where two breaks or more follow each other. */
export function contentOf(pieces: readonly Piece[]): Content {
  const paragraphs: Paragraph[] = [];
  let lines: Line[] = [];
  for (const line of splitAtBreaks(pieces).map(tidyLine)) {
    if (line.length > 0) lines.push(line);
    else if (lines.length > 0) {
      paragraphs.push(lines);
      lines = [];
    }
  }
  if (lines.length > 0) paragraphs.push(lines);
  return paragraphs;
}

/** Divides pieces at their line breaks, and with them every formatting that reaches across one. */
export function splitAtBreaks(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const lines: Piece[][] = [[]];
  for (const piece of pieces) {
    if (piece.type === "break") {
      lines.push([]);
    } else if ("children" in piece) {
      const [first, ...rest] = splitAtBreaks(piece.children);
      lines[lines.length - 1]!.push({ ...piece, children: first! });
      for (const children of rest) lines.push([{ ...piece, children }]);
    } else {
      lines[lines.length - 1]!.push(piece);
    }
  }
  return lines;
}

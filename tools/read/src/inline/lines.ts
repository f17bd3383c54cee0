import { checkDepth } from "../unreadable.ts";
import type { Content, Line, Paragraph } from "./content.ts";
import type { Break, Edge, Piece } from "./piece.ts";
import { tidyLine } from "./tidy.ts";

/**
 * Makes content of pieces: lines at the breaks, paragraphs where two breaks or more follow each other. The edge of a block
 * ends a line that has begun, and only a block that stands apart ends its paragraph.
 */
export function contentOf(pieces: readonly Piece[]): Content {
  const paragraphs: Paragraph[] = [];
  let lines: Line[] = [];
  const endParagraph = () => {
    if (lines.length > 0) paragraphs.push(lines);
    lines = [];
  };
  for (const { pieces: loose, end } of splitLines(pieces)) {
    const line = tidyLine(loose);
    if (line.length > 0) lines.push(line);
    else if (end?.type === "break") endParagraph();
    if (end?.type === "edge" && end.apart) endParagraph();
  }
  endParagraph();
  return paragraphs;
}

interface LooseLine {
  readonly pieces: Piece[];
  /** What ends it; nothing at the end of all. */
  end?: Break | Edge;
}

/** Divides pieces at their line breaks and edges, and with them every formatting that reaches across one. */
function splitLines(pieces: readonly Piece[], depth = 0): readonly LooseLine[] {
  checkDepth(depth, undefined);
  let last: LooseLine = { pieces: [] };
  const lines = [last];
  const endLine = (end: Break | Edge | undefined) => {
    if (end === undefined) return;
    last.end = end;
    last = { pieces: [] };
    lines.push(last);
  };
  for (const piece of pieces) {
    if (piece.type === "break" || piece.type === "edge") {
      endLine(piece);
    } else if ("children" in piece) {
      for (const { pieces: children, end } of splitLines(piece.children, depth + 1)) {
        last.pieces.push({ ...piece, children });
        endLine(end);
      }
    } else {
      last.pieces.push(piece);
    }
  }
  return lines;
}

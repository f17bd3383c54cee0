import { checkDepth } from "../unreadable.ts";
import type { Code, Image, Link, Mark, Text } from "./content.ts";

/** Content on its way: line breaks still stand inside formatting, white space is as written. */
export type Piece = Text | Code | Image | LooseMark | LooseLink | Break | Edge;

export interface Break {
  readonly type: "break";
}

/** Where a block begins or ends that stands among inline content, as in HTML it may: no line reaches across it. */
export interface Edge {
  readonly type: "edge";
  /** Whether the block keeps a distance, so that no paragraph reaches across either. */
  readonly apart: boolean;
}

export interface LooseMark {
  readonly type: Mark["type"];
  readonly children: readonly Piece[];
}

export interface LooseLink extends Omit<Link, "children"> {
  readonly children: readonly Piece[];
}

export const lineBreak: Break = { type: "break" };

/** All text of some pieces, as written. */
export function rawText(pieces: readonly Piece[], depth = 0): string {
  checkDepth(depth, undefined);
  return pieces.map((piece) => rawTextOf(piece, depth)).join("");
}

function rawTextOf(piece: Piece, depth: number): string {
  switch (piece.type) {
    case "text":
    case "code":
      return piece.value;
    case "image":
      return piece.alt;
    case "break":
    case "edge":
      return " ";
    default:
      return rawText(piece.children, depth + 1);
  }
}

/** Plain text as pieces: each string a paragraph. */
export function plainPieces(paragraphs: readonly string[]): readonly Piece[] {
  return paragraphs.flatMap((value, index): readonly Piece[] =>
    index === 0 ? [{ type: "text", value }] : [lineBreak, lineBreak, { type: "text", value }],
  );
}

import type { Code, Image, Link, Mark, Text } from "./content.ts";

/** Content on its way: line breaks still stand inside formatting, white space is as written. */
export type Piece = Text | Code | Image | LooseMark | LooseLink | Break;

export interface Break {
  readonly type: "break";
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
export function rawText(pieces: readonly Piece[]): string {
  return pieces.map(rawTextOf).join("");
}

function rawTextOf(piece: Piece): string {
  switch (piece.type) {
    case "text":
    case "code":
      return piece.value;
    case "image":
      return piece.alt;
    case "break":
      return " ";
    default:
      return rawText(piece.children);
  }
}

/** Plain text as pieces: each string a paragraph. */
export function plainPieces(paragraphs: readonly string[]): readonly Piece[] {
  return paragraphs.flatMap((value, index): readonly Piece[] =>
    index === 0 ? [{ type: "text", value }] : [lineBreak, lineBreak, { type: "text", value }],
  );
}

import type { Value } from "@flow-catalog/catalog";

/**
 * A part of a line: our own words as they are, or something from a page, which each renderer makes safe its own way.
 */
export type Piece = string | { readonly quoted: string };

/** Something from a page: a value, a text, an id. Nothing at all is said in words. */
export function quote(value: Value | null): Piece {
  return value === null || value === "" ? "nothing" : { quoted: String(value) };
}

/** Pieces as text. */
export function write(pieces: readonly Piece[], safe: (quoted: string) => string): string {
  return pieces.map((piece) => (typeof piece === "string" ? piece : safe(piece.quoted))).join("");
}

/** Several lists of pieces as one, with something between them. */
export function join(lists: readonly (readonly Piece[])[], between: string): readonly Piece[] {
  return lists.flatMap((pieces, index) => (index === 0 ? pieces : [between, ...pieces]));
}

/** "3 values", "1 value". */
export function count(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`;
}

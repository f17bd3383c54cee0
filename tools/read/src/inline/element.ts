import { type LooseMark, lineBreak, type Piece, rawText } from "./piece.ts";

const codes: ReadonlySet<string> = new Set(["code", "kbd", "samp", "tt"]);

const marks: ReadonlyMap<string, LooseMark["type"]> = new Map([
  ["em", "emphasis"],
  ["i", "emphasis"],
  ["strong", "strong"],
  ["b", "strong"],
  ["del", "delete"],
  ["s", "delete"],
  ["strike", "delete"],
] as const);

/** Blocks, by whether they keep a distance to what is around them. */
const blocks: ReadonlyMap<string, boolean> = new Map([
  ...["div", "li", "dt", "dd"].map((name) => [name, false] as const),
  ...["p", "ul", "ol", "dl", "blockquote"].map((name) => [name, true] as const),
]);

/** Whether an element says something that Markdown says too, or divides what it stands in. Any other is transparent. */
export function hasMeaning(name: string): boolean {
  return codes.has(name) || marks.has(name) || blocks.has(name);
}

/**
 * What an HTML or MDX element says among inline content: its formatting where Markdown has the same, lines of their own
 * where it is a block, otherwise its content alone.
 *
 * @param marker What a list item begins with.
 */
export function element(name: string, children: readonly Piece[], marker = "- "): readonly Piece[] {
  if (name === "br") return [lineBreak];
  if (codes.has(name)) return [{ type: "code", value: rawText(children) }];
  const mark = marks.get(name);
  if (mark !== undefined) return [{ type: mark, children }];
  const apart = blocks.get(name);
  if (apart === undefined) return children;
  const edge = { type: "edge", apart } as const;
  return [edge, ...(name === "li" ? item(marker, children) : children), edge];
}

/** The marker stands in the first line that says something. */
function item(marker: string, children: readonly Piece[]): readonly Piece[] {
  const first = children.findIndex(
    (piece) => piece.type !== "edge" && !(piece.type === "text" && isBlank(piece.value)),
  );
  return first === -1 ? [] : [{ type: "text", value: marker }, ...children.slice(first)];
}

function isBlank(text: string): boolean {
  return /^[\t\n\v\f\r ]*$/.test(text);
}

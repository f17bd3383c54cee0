import { type LooseMark, lineBreak, type Piece, rawText } from "./piece.ts";

const marks: ReadonlyMap<string, LooseMark["type"]> = new Map([
  ["em", "emphasis"],
  ["i", "emphasis"],
  ["strong", "strong"],
  ["b", "strong"],
  ["del", "delete"],
  ["s", "delete"],
] as const);

/** Whether an element says something that Markdown says too. Any other element is transparent. */
export function hasMeaning(name: string): boolean {
  return name === "code" || marks.has(name);
}

/** What an inline HTML or MDX element says: its formatting where Markdown has the same, otherwise its content alone. */
export function element(name: string, children: readonly Piece[]): readonly Piece[] {
  if (name === "br") return [lineBreak];
  if (name === "code") return [{ type: "code", value: rawText(children) }];
  const mark = marks.get(name);
  return mark === undefined ? children : [{ type: mark, children }];
}

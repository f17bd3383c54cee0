import { element, hasMeaning } from "./element.ts";
import { lineBreak, type Piece } from "./piece.ts";

/** A tag between inline nodes, as Markdown has it: opening and closing tags are siblings of what they enclose. */
export interface Tag {
  readonly type: "tag";
  readonly name: string;
  readonly closing: boolean;
}

/** Reads one tag. Comments, declarations and instructions are none. */
export function tag(html: string): Tag | undefined {
  const [, slash, name] = /^<(\/?)([A-Za-z][\w:-]*)/.exec(html) ?? [];
  return name === undefined ? undefined : { type: "tag", name: name.toLowerCase(), closing: slash === "/" };
}

/** Gives each pair of tags what stands between them. A tag without its partner says nothing. */
export function closeTags(items: readonly (Piece | Tag)[]): readonly Piece[] {
  const open: { name: string; pieces: Piece[] }[] = [{ name: "", pieces: [] }];
  const last = () => open[open.length - 1]!;
  const spill = () => {
    const { pieces } = open.pop()!;
    for (const piece of pieces) last().pieces.push(piece);
  };
  for (const item of items) {
    if (item.type !== "tag") last().pieces.push(item);
    else if (item.name === "br") last().pieces.push(lineBreak);
    else if (!hasMeaning(item.name)) continue;
    else if (!item.closing) open.push({ name: item.name, pieces: [] });
    else if (open.some(({ name }) => name === item.name)) {
      while (last().name !== item.name) spill();
      const { name, pieces } = open.pop()!;
      for (const piece of element(name, pieces)) last().pieces.push(piece);
    }
  }
  while (open.length > 1) spill();
  return last().pieces;
}

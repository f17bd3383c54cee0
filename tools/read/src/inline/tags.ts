import { checkDepth } from "../unreadable.ts";
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

/** Elements that end where the next of their kind begins, or what they stand in ends. */
const selfEnding: ReadonlySet<string> = new Set(["li", "p", "dt", "dd"]);

interface Open {
  readonly name: string;
  readonly pieces: Piece[];
  /** List items in it so far. */
  items: number;
}

/** Gives each pair of tags what stands between them. A tag without a partner that it needs says nothing. */
export function closeTags(items: readonly (Piece | Tag)[]): readonly Piece[] {
  const open: Open[] = [{ name: "", pieces: [], items: 0 }];
  const last = () => open[open.length - 1]!;
  const add = (pieces: readonly Piece[]) => {
    for (const piece of pieces) last().pieces.push(piece);
  };
  const close = () => {
    const { name, pieces } = open.pop()!;
    // A list in an item is a part of it, and keeps no distance.
    const isInner = (name === "ul" || name === "ol") && open.some((outer) => outer.name === "li");
    add(element(isInner ? "div" : name, pieces, name === "li" ? nextMarker(last()) : undefined));
  };
  const abandon = () => {
    if (selfEnding.has(last().name)) close();
    else add(open.pop()!.pieces);
  };
  for (const item of items) {
    if (item.type !== "tag") last().pieces.push(item);
    else if (item.name === "br") last().pieces.push(lineBreak);
    else if (!hasMeaning(item.name)) continue;
    else if (!item.closing) {
      if (selfEnding.has(item.name) && last().name === item.name) close();
      checkDepth(open.length, undefined);
      open.push({ name: item.name, pieces: [], items: 0 });
    } else if (open.some(({ name }) => name === item.name)) {
      while (last().name !== item.name) abandon();
      close();
    }
  }
  while (open.length > 1) abandon();
  return last().pieces;
}

function nextMarker(list: Open): string {
  list.items++;
  return list.name === "ol" ? `${list.items}. ` : "- ";
}

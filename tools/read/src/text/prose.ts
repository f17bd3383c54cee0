import type { List, ListItem, Paragraph } from "mdast";
import type { Block } from "../document.ts";
import { passagesOf } from "../mdast/passage.ts";
import type { Targets } from "../mdast/targets.ts";
import type { TextLine } from "./lines.ts";

const bullet = /^[•◦▪‣●○■]\s*/;
const noTargets: Targets = { links: new Map(), footnotes: new Set() };

/** Prose between headings and tables: a paragraph a line, and lists where lines begin with a bullet. */
export function textProse(lines: readonly TextLine[]): readonly Block[] {
  const blocks: Block[] = [];
  for (let index = 0; index < lines.length; ) {
    const line = lines[index]!;
    let end = index + 1;
    if (bullet.test(line.text)) while (bullet.test(lines[end]?.text ?? "")) end++;
    const node = end > index + 1 || bullet.test(line.text) ? list(lines.slice(index, end)) : paragraph(line.text);
    for (const { text, markdown, codes } of passagesOf(node, noTargets)) {
      blocks.push({ kind: "prose", text, markdown, codes, place: line.place });
    }
    index = end;
  }
  return blocks;
}

/** Nests items by how far they are indented. */
function list(lines: readonly TextLine[]): List {
  const root = emptyList();
  const open: { readonly column: number; readonly list: List }[] = [];
  for (const { text, place } of lines) {
    while (open.length > 0 && open.at(-1)!.column > place.column) open.pop();
    const current = open.at(-1);
    if (current === undefined) {
      open.push({ column: place.column, list: root });
    } else if (current.column < place.column) {
      const nested = emptyList();
      current.list.children.at(-1)!.children.push(nested);
      open.push({ column: place.column, list: nested });
    }
    open.at(-1)!.list.children.push(item(text.replace(bullet, "")));
  }
  return root;
}

function emptyList(): List {
  return { type: "list", ordered: false, children: [] };
}

function item(text: string): ListItem {
  return { type: "listItem", children: [paragraph(text)] };
}

function paragraph(value: string): Paragraph {
  return { type: "paragraph", children: [{ type: "text", value }] };
}

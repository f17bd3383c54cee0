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
  const open = [{ column: 0, list: root }];
  for (const { text, place } of lines) {
    while (open.length > 1 && place.column < open.at(-1)!.column) open.pop();
    const { column, list: current } = open.at(-1)!;
    const parent = current.children.at(-1);
    const target = parent !== undefined && place.column > column ? emptyList() : current;
    if (target !== current) parent!.children.push(target);
    if (target !== current || column === 0) open.push({ column: place.column, list: target });
    target.children.push(item(text.replace(bullet, "")));
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

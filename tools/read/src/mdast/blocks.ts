import type { Nodes, Paragraph, RootContent, Table as TableNode } from "mdast";
import type { Block, Row } from "../document.ts";
import { contentOf } from "../inline/lines.ts";
import { headingText } from "../inline/source-text.ts";
import { checkDepth } from "../unreadable.ts";
import { passagesOf } from "./passage.ts";
import { piecesOf } from "./phrasing.ts";
import type { Reading } from "./reading.ts";
import { rowsOf } from "./table.ts";

/** How a layout may know rows that it kept out of the tree: those that follow a table's header. */
export type MoreRows = (table: TableNode) => readonly Row[];

/** The blocks of a tree in reading order, those inside components, notes, lists and quotations too. */
export function blocksOf(nodes: readonly RootContent[], reading: Reading, more: MoreRows, depth = 0): readonly Block[] {
  checkDepth(depth, nodes[0]?.position?.start);
  return nodes.flatMap((node) => block(node, reading, more, depth));
}

function block(node: RootContent, reading: Reading, more: MoreRows, depth: number): readonly Block[] {
  switch (node.type) {
    case "heading": {
      const content = contentOf(piecesOf(node.children, reading.targets));
      return [{ kind: "heading", depth: node.depth, ...headingText(content, placeOf(node, reading)) }];
    }
    case "table":
      return [tableBlock(node, reading, more)];
    case "listItem":
    case "mdxJsxFlowElement":
    case "footnoteDefinition":
      return blocksOf(node.children, reading, more, depth + 1);
    case "list":
    case "blockquote":
      return hasStructure(node) ? blocksOf(node.children, reading, more, depth + 1) : prose(node, reading);
    default:
      return prose(node, reading);
  }
}

function tableBlock(node: TableNode, reading: Reading, more: MoreRows): Block {
  const [header, ...rows] = rowsOf(node, reading);
  return { kind: "table", header: header!, rows: [...more(node), ...rows], place: placeOf(node, reading) };
}

function prose(node: RootContent, reading: Reading): readonly Block[] {
  return passagesOf(node, reading.targets).map(({ text, markdown, codes }) => ({
    kind: "prose",
    text,
    markdown,
    codes,
    place: placeOf(node, reading),
  }));
}

function placeOf(node: RootContent | Paragraph, { placeOf }: Reading) {
  return placeOf(node.position!.start);
}

/** Whether a list or quotation holds headings or tables, so that it is more than prose. */
function hasStructure(container: Nodes): boolean {
  const open: Nodes[] = [container];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === "heading" || node.type === "table") return true;
    if ("children" in node) open.push(...node.children);
  }
  return false;
}

import type { Nodes, Paragraph, RootContent } from "mdast";
import type { Block } from "../document.ts";
import { contentOf } from "../inline/lines.ts";
import { headingText } from "../inline/source-text.ts";
import { checkDepth } from "../unreadable.ts";
import { alertOf } from "./alert.ts";
import { passagesOf } from "./passage.ts";
import { piecesOf } from "./phrasing.ts";
import type { PageReading } from "./reading.ts";

/** The blocks of a tree in reading order, those inside components, notes, lists and quotations too. */
export function blocksOf(nodes: readonly RootContent[], reading: PageReading, depth = 0): readonly Block[] {
  checkDepth(depth, nodes[0]?.position?.start);
  return nodes.flatMap((node) => block(node, reading, depth));
}

function block(node: RootContent, reading: PageReading, depth: number): readonly Block[] {
  switch (node.type) {
    case "heading": {
      const content = contentOf(piecesOf(node.children, reading.targets));
      return [{ kind: "heading", depth: node.depth, ...headingText(content, placeOf(node, reading)) }];
    }
    case "table":
      return [reading.tableOf(node)];
    case "html":
      return reading.html.get(node) ?? [];
    case "listItem":
    case "mdxJsxFlowElement":
    case "footnoteDefinition":
      return blocksOf(node.children, reading, depth + 1);
    case "list":
      return hasStructure(node, reading) ? blocksOf(node.children, reading, depth + 1) : prose(node, reading);
    case "blockquote":
      return hasStructure(node, reading) ? blocksOf(alertOf(node).children, reading, depth + 1) : prose(node, reading);
    default:
      return prose(node, reading);
  }
}

function prose(node: RootContent, reading: PageReading): readonly Block[] {
  return passagesOf(node, reading.targets).map(({ text, markdown, codes }) => ({
    kind: "prose",
    text,
    markdown,
    codes,
    place: placeOf(node, reading),
  }));
}

function placeOf(node: RootContent | Paragraph, { placeOf }: PageReading) {
  return placeOf(node.position!.start);
}

/** Whether a list or quotation holds headings or tables, so that it is more than prose. */
function hasStructure(container: Nodes, { html }: PageReading): boolean {
  const open: Nodes[] = [container];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === "heading" || node.type === "table") return true;
    if (node.type === "html" && html.has(node)) return true;
    if ("children" in node) for (const child of node.children) open.push(child);
  }
  return false;
}

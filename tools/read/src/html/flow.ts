import type { Element, ElementContent } from "hast";
import type { Blockquote, Heading, ListItem, RootContent } from "mdast";
import { blockTag } from "./block-tags.ts";
import { firstNumber, itemsOf } from "./list-parts.ts";
import { findElement, isBlankNode } from "./node.ts";
import { noteOf } from "./note.ts";
import { phrasing } from "./phrasing.ts";
import { at, firstSeen, startOf } from "./place.ts";
import { languageOf, preformattedText } from "./preformatted.ts";
import type { HtmlReading } from "./reading.ts";
import { framed, readTable } from "./table.ts";

/**
 * The blocks of some HTML as nodes of Markdown's tree, so that both layouts are read by the same code from there on.
 * Wrappers are transparent, inline ones around blocks too, and what stands between blocks is a paragraph.
 */
export function flow(nodes: readonly ElementContent[], reading: HtmlReading): RootContent[] {
  const out: RootContent[] = [];
  let loose: ElementContent[] = [];
  const add = (found: readonly RootContent[]) => {
    for (const node of found) out.push(node);
  };
  const endParagraph = () => {
    add(paragraph(loose, reading));
    loose = [];
  };
  const visit = (node: ElementContent) => {
    if (node.type !== "element" || !reading.blocks.has(node)) {
      loose.push(node);
    } else if (blockTag(node) === undefined) {
      node.children.forEach(visit);
    } else {
      endParagraph();
      add(block(node, reading));
    }
  };
  nodes.forEach(visit);
  endParagraph();
  return out;
}

function block(element: Element, reading: HtmlReading): RootContent[] {
  const position = at(startOf(element));
  switch (element.tagName) {
    case "h1":
    case "h2":
    case "h3":
    case "h4":
    case "h5":
    case "h6":
      return heading(element, reading);
    case "p":
      return paragraph(element.children, reading, element);
    case "ul":
    case "menu":
    case "dir":
    case "ol":
      return [list(element, reading)];
    case "li":
      return [{ type: "list", ordered: false, children: [item(element.children, null, reading)], position }];
    case "blockquote":
      return [quotation(element, element.children, reading)];
    case "pre":
      return [{ type: "code", value: preformattedText(element), lang: languageOf(element), position }];
    case "hr":
      return [];
    case "table":
      return table(element, reading);
    default: {
      const note = noteOf(element);
      return note === undefined
        ? flow(element.children, reading)
        : [quotation(element, note.nodes, reading, note.kind)];
    }
  }
}

/** A heading ends where a table, a list or code begins: what follows was never meant to be in it. */
function heading(element: Element, reading: HtmlReading): RootContent[] {
  const { tagName, children } = element;
  const end = children.findIndex((child) => findElement(child, "table", "ul", "ol", "dl", "pre") !== undefined);
  const [own, rest] = end === -1 ? [children, []] : [children.slice(0, end), children.slice(end)];
  const depth = Number(tagName.charAt(1)) as Heading["depth"];
  const position = at(startOf(element));
  return [{ type: "heading", depth, children: phrasing(own, reading), position }, ...flow(rest, reading)];
}

/** A paragraph begins with its element, or else with what is first seen of it. */
function paragraph(nodes: readonly ElementContent[], reading: HtmlReading, element?: Element): RootContent[] {
  // Without a document type, browsers and the parser let a table stand in a paragraph.
  if (nodes.some((node) => node.type === "element" && reading.blocks.has(node))) return flow(nodes, reading);
  const first = nodes.find((node) => !isBlankNode(node));
  if (first === undefined) return [];
  const place = startOf(element ?? first);
  const seen = element === undefined ? firstSeen(nodes, reading.text) : undefined;
  return [{ type: "paragraph", children: phrasing(nodes, reading), position: at(seen ?? place) }];
}

function list(element: Element, reading: HtmlReading): RootContent {
  const start = firstNumber(element);
  const children = itemsOf(element).map(({ nodes, checked }) => item(nodes, checked, reading));
  return { type: "list", ordered: start !== undefined, start: start ?? null, children, position: at(startOf(element)) };
}

function item(nodes: readonly ElementContent[], checked: boolean | null, reading: HtmlReading): ListItem {
  return { type: "listItem", checked, children: flow(nodes, reading) as ListItem["children"] };
}

function quotation(
  element: Element,
  nodes: readonly ElementContent[],
  reading: HtmlReading,
  kind?: string,
): RootContent {
  const position = at(startOf(element));
  const children = flow(nodes, reading) as Blockquote["children"];
  if (kind === undefined) return { type: "blockquote", children, position };
  const head: Blockquote["children"][number] = {
    type: "paragraph",
    children: [{ type: "text", value: `[!${kind.toUpperCase()}]` }],
    position,
  };
  return { type: "blockquote", children: [head, ...children], position };
}

/** A caption, and titles above the names of the columns, are prose before their table. */
function table(element: Element, reading: HtmlReading): RootContent[] {
  const content = framed(element);
  if (content !== undefined) return flow(content, reading);
  const found = readTable(element, reading);
  if (found === undefined) return [];
  return [...found.before.flatMap(({ children }) => flow(children, reading)), found.node];
}

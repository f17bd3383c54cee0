import type { Element, ElementContent } from "hast";
import type { PhrasingContent } from "mdast";
import { rules } from "../rules.ts";
import { blockTag } from "./block-tags.ts";
import { attribute, elementsOf, isElement, nodesIn } from "./node.ts";
import { startOf } from "./place.ts";
import { preformattedText } from "./preformatted.ts";
import type { HtmlReading } from "./reading.ts";

/**
 * Inline content as Markdown's tree has it. What that tree has no word for stays HTML in it: a block's tags, which divide
 * lines and paragraphs.
 */
export function phrasing(nodes: readonly ElementContent[], reading: HtmlReading): PhrasingContent[] {
  return nodes.flatMap((node): PhrasingContent[] => {
    if (node.type === "text") return [{ type: "text", value: node.value }];
    return node.type === "element" ? inline(node, reading) : [];
  });
}

function inline(element: Element, reading: HtmlReading): PhrasingContent[] {
  const children = () => phrasing(element.children, reading);
  switch (element.tagName) {
    case "br":
      return [{ type: "break" }];
    case "em":
    case "i":
      return [{ type: "emphasis", children: children() }];
    case "strong":
    case "b":
      return [{ type: "strong", children: children() }];
    case "del":
    case "s":
    case "strike":
      return [{ type: "delete", children: children() }];
    case "code":
    case "kbd":
    case "samp":
    case "tt":
      return code(element);
    case "q":
      return [{ type: "text", value: "“" }, ...children(), { type: "text", value: "”" }];
    case "a":
      return link(element, children());
    case "img":
      return image(element);
    case "pre":
      return lines(preformattedText(element));
    case "table":
      return innerTable(element, reading);
    default: {
      const tag = blockTag(element);
      return tag === undefined ? children() : enclose(tag, children());
    }
  }
}

function enclose(tag: string, nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return [{ type: "html", value: `<${tag}>` }, ...nodes, { type: "html", value: `</${tag}>` }];
}

/**
 * Code stands as it is written, as it does in Markdown, but for line ends and what indents the next line: those come from
 * how the page is laid out. At the ends of the span they part it from its neighbours.
 */
function code(element: Element): PhrasingContent[] {
  const written = Array.from(nodesIn([element]), (node) => {
    if (node.type === "text") return node.value;
    return isElement(node, "br") ? "\n" : "";
  }).join("");
  const lines = written.replace(/[\t\n\f\r ]+/g, (space) => (/[\n\r]/.test(space) ? "\n" : space));
  const value = lines.replace(/^\n|\n$/g, "").replaceAll("\n", " ");
  const space = (end: boolean): PhrasingContent[] => (end ? [{ type: "text", value: " " }] : []);
  const span: PhrasingContent[] = value === "" ? [] : [{ type: "inlineCode", value }];
  return [...space(lines.startsWith("\n")), ...span, ...space(lines.endsWith("\n"))];
}

function link(element: Element, children: PhrasingContent[]): PhrasingContent[] {
  const { href } = element.properties;
  if (href === undefined || /^\s*javascript:/i.test(String(href))) return children;
  const title = attribute(element, "title");
  return [{ type: "link", url: String(href), title, children }];
}

/** An image without a word of its own is decoration, or counts visitors. */
function image(element: Element): PhrasingContent[] {
  const alt = attribute(element, "alt");
  if (alt.trim() === "") return [];
  const source = attribute(element, "src");
  const url = source.startsWith("data:") ? "" : source;
  return [{ type: "image", url, title: attribute(element, "title"), alt }];
}

/** Code of several lines among inline content: each a code span. */
function lines(text: string): PhrasingContent[] {
  const spans = text.split("\n").flatMap((line): PhrasingContent[] => {
    const value = line.trimEnd();
    return value === "" ? [{ type: "break" }] : [{ type: "inlineCode", value }, { type: "break" }];
  });
  return enclose("p", spans);
}

/** A table in a cell is no table of its own: its rows are lines, so that nothing of it is lost. */
function innerTable(element: Element, reading: HtmlReading): PhrasingContent[] {
  const message = "Found a table within a table, expected text";
  reading.report(rules.htmlTableNested, startOf(element), message);
  const sections = elementsOf(element, "caption", "thead", "tbody", "tfoot");
  const rows = sections.flatMap((section) => (section.tagName === "caption" ? [section] : elementsOf(section, "tr")));
  return enclose(
    "p",
    rows.flatMap((row) => enclose("div", innerRow(row, reading))),
  );
}

function innerRow(row: Element, reading: HtmlReading): PhrasingContent[] {
  if (row.tagName === "caption") return phrasing(row.children, reading);
  return elementsOf(row, "td", "th").flatMap((cell, index): PhrasingContent[] => {
    const content = phrasing(cell.children, reading);
    return index === 0 ? content : [{ type: "text", value: " | " }, ...content];
  });
}

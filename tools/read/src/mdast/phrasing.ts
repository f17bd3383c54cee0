import type { PhrasingContent } from "mdast";
import type {} from "mdast-util-mdx";
import { element } from "../inline/element.ts";
import { lineBreak, type Piece } from "../inline/piece.ts";
import { closeTags, type Tag, tag } from "../inline/tags.ts";
import { checkDepth } from "../unreadable.ts";
import { expressionText } from "./expression.ts";
import type { Targets } from "./targets.ts";

/** What phrasing content of Markdown or MDX says. Tags and their partners stand in one list of siblings. */
export function piecesOf(nodes: readonly PhrasingContent[], targets: Targets, depth = 0): readonly Piece[] {
  checkDepth(depth, nodes[0]?.position?.start);
  return closeTags(nodes.flatMap((node) => pieces(node, targets, depth)));
}

function pieces(node: PhrasingContent, targets: Targets, depth: number): readonly (Piece | Tag)[] {
  const inner = () => ("children" in node ? piecesOf(node.children, targets, depth + 1) : []);
  switch (node.type) {
    case "text":
      return [{ type: "text", value: node.value }];
    case "inlineCode":
      return [{ type: "code", value: node.value }];
    case "emphasis":
    case "strong":
    case "delete":
      return [{ type: node.type, children: inner() }];
    case "break":
      return [lineBreak];
    case "link":
      return [{ type: "link", url: node.url, title: node.title ?? "", children: inner() }];
    case "linkReference":
      return link(node.identifier, targets, inner());
    case "image":
      return [{ type: "image", url: node.url, title: node.title ?? "", alt: node.alt ?? "" }];
    case "imageReference":
      return [{ type: "image", url: "", title: "", ...targets.links.get(node.identifier), alt: node.alt ?? "" }];
    case "html": {
      const found = tag(node.value);
      return found === undefined ? [] : [found];
    }
    case "mdxJsxTextElement":
      return element(node.name ?? "", inner());
    case "mdxTextExpression":
      return [{ type: "text", value: expressionText(node) }];
    default:
      // A footnote's mark says nothing by itself, and glued to a word it would change it. The note itself is prose.
      return [];
  }
}

function link(identifier: string, { links }: Targets, children: readonly Piece[]): readonly Piece[] {
  const target = links.get(identifier);
  return target === undefined ? children : [{ type: "link", ...target, children }];
}

import type { Root } from "hast";
import { fromParse5 } from "hast-util-from-parse5";
import { type DefaultTreeAdapterTypes, parse, parseFragment } from "parse5";
import { type Plugin, unified } from "unified";
import { boundedAdapter, checkTree } from "./bounds.ts";

/** A whole page, or HTML from within one. */
export type HtmlKind = "page" | "fragment";

/**
 * Parses HTML as browsers do, which never fails.
 *
 * @throws UnreadablePage where it is nested or multiplied beyond what pages for people are.
 */
export function parseHtml(text: string, kind: HtmlKind): Root {
  return unified().use(boundedRehype, kind).parse(text);
}

/** What `rehype-parse` does, with bounds between its two halves: that one sets the parser none. */
const boundedRehype: Plugin<[HtmlKind], string, Root> = function (kind) {
  this.parser = (text, file) => fromParse5(parseBounded(text, kind), { file }) as Root;
};

function parseBounded(text: string, kind: HtmlKind): DefaultTreeAdapterTypes.ParentNode {
  // Without scripts, as the page is for this reader, what stands in `noscript` is parsed and can be left out.
  const options = { treeAdapter: boundedAdapter(), sourceCodeLocationInfo: true, scriptingEnabled: false };
  const tree = kind === "page" ? parse(text, options) : parseFragment(text, options);
  checkTree(tree);
  return tree;
}

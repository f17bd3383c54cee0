import { type DefaultTreeAdapterMap, type DefaultTreeAdapterTypes, defaultTreeAdapter, type TreeAdapter } from "parse5";
import type { Place } from "../document.ts";
import { checkDepth, UnreadablePage } from "../unreadable.ts";

/** As deep as browsers go. Wrappers around wrappers are common, and each is a level. */
const DEEPEST = 512;

/**
 * A page of five megabytes with nothing but table rows has some 400,000. Formatting that is never closed begins again in
 * each paragraph, so that a page of a few kilobytes can ask for millions.
 */
const MOST = 500_000;

type Node = DefaultTreeAdapterTypes.Node;

/** Builds the parser's tree up to a size, so that a page can neither fill the memory nor take an hour. */
export function boundedAdapter(): TreeAdapter<DefaultTreeAdapterMap> {
  let depth = 0;
  let count = 0;
  return {
    ...defaultTreeAdapter,
    onItemPush(item) {
      depth++;
      count++;
      checkDepth(depth, placeOf(item), DEEPEST);
      if (count > MOST) throw new UnreadablePage(`Found more than ${MOST} elements`, placeOf(item));
    },
    onItemPop() {
      depth--;
    },
  };
}

/** The same for the finished tree, in which misnested elements may have come to stand deeper than the parser went. */
export function checkTree(root: DefaultTreeAdapterTypes.ParentNode): void {
  const open: { readonly node: Node; readonly depth: number }[] = [{ node: root, depth: 0 }];
  for (let item = open.pop(); item !== undefined; item = open.pop()) {
    const { node, depth } = item;
    checkDepth(depth, placeOf(node), DEEPEST);
    if ("content" in node) open.push({ node: node.content, depth: depth + 1 });
    if ("childNodes" in node) for (const child of node.childNodes) open.push({ node: child, depth: depth + 1 });
  }
}

function placeOf(node: Node): Place | undefined {
  const location = "sourceCodeLocation" in node ? node.sourceCodeLocation : undefined;
  return location ? { line: location.startLine, column: location.startCol } : undefined;
}

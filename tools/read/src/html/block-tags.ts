import type { Element, ElementContent } from "hast";

/** What blocks are among inline content, where lines and paragraphs are all that is left of them. */
const tags: ReadonlyMap<string, string> = new Map(
  Object.entries({
    p: "p h1 h2 h3 h4 h5 h6 hr pre table figure",
    div: "div section article main header footer nav search hgroup address center form fieldset legend details summary figcaption",
    blockquote: "blockquote aside",
    ul: "ul menu dir",
    ol: "ol",
    li: "li",
    dl: "dl",
    dt: "dt",
    dd: "dd",
  }).flatMap(([tag, names]) => names.split(" ").map((name) => [name, tag] as const)),
);

/** The block that an element is among inline content; nothing where it is inline itself. */
export function blockTag({ tagName }: Element): string | undefined {
  return tags.get(tagName);
}

/** All elements that are blocks or have one within. */
export function blocksAmong(nodes: readonly ElementContent[]): ReadonlySet<Element> {
  const found = new Set<Element>();
  for (const node of nodes) look(node);
  return found;

  function look(node: ElementContent): boolean {
    if (node.type !== "element") return false;
    let isBlock = blockTag(node) !== undefined;
    for (const child of node.children) if (look(child)) isBlock = true;
    if (isBlock) found.add(node);
    return isBlock;
  }
}

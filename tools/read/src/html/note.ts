import type { Element, ElementContent } from "hast";
import { classNames } from "./class-names.ts";
import { isBlankNode, isElement, textIn, words } from "./node.ts";

/** A note, and its kind in the words of Markdown if there is one. */
export interface Note {
  readonly kind: string | undefined;
  readonly nodes: readonly ElementContent[];
}

const kinds: ReadonlyMap<string, string> = new Map([
  ...["note", "tip", "important", "warning", "caution"].map((kind) => [kind, kind] as const),
  ["info", "note"],
  ["hint", "tip"],
  ["danger", "caution"],
]);

/** What classes call such a box, whatever its kind. */
const boxes: ReadonlySet<string> = new Set(["admonition", "alert", "callout", "notice", "box"]);

/**
 * Whether an element is a box that stands out from the text, and which kind of. A class must name both, the box and its
 * kind: what a build adds to classes can look like either.
 */
export function noteOf(element: Element): Note | undefined {
  if (!isElement(element, "div", "section", "aside")) return undefined;
  const names = classNames(element).flatMap((name) => name.split("-"));
  const kind = names.map((name) => kinds.get(name)).find((found) => found !== undefined);
  const isDeclared = element.tagName === "aside" || words(element, "role").includes("note");
  if (!isDeclared && (kind === undefined || !names.some((name) => boxes.has(name)))) return undefined;
  return { kind, nodes: kind === undefined ? element.children : withoutTitle(element.children) };
}

/** A title that only repeats the kind goes with it: both are formatting. */
function withoutTitle(nodes: readonly ElementContent[]): readonly ElementContent[] {
  const first = nodes.findIndex((node) => !isBlankNode(node));
  const title = nodes[first];
  if (!isElement(title) || !kinds.has(textIn(title).trim().replace(/:$/, "").toLowerCase())) return nodes;
  return nodes.slice(first + 1);
}

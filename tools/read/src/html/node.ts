import type { Element, ElementContent, Nodes } from "hast";

/** Whether a node is an element, and one of these if any are named. */
export function isElement(node: Nodes | undefined, ...names: readonly string[]): node is Element {
  return node?.type === "element" && (names.length === 0 || names.includes(node.tagName));
}

/** The elements directly within one. */
export function elementsOf(parent: Element, ...names: readonly string[]): readonly Element[] {
  return parent.children.filter((child) => isElement(child, ...names));
}

/** Everything within some nodes and they themselves, in the order of the page. */
export function* nodesIn(nodes: readonly Nodes[]): Generator<Nodes> {
  const open = [...nodes].reverse();
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    yield node;
    if ("children" in node)
      for (let index = node.children.length - 1; index >= 0; index--) open.push(node.children[index]!);
  }
}

/** The first element of a name within a node. */
export function findElement(node: Nodes, ...names: readonly string[]): Element | undefined {
  for (const inner of nodesIn([node])) if (isElement(inner, ...names)) return inner;
  return undefined;
}

/** The elements of a kind within one that are in no other of that kind. */
export function outermost(within: Element, isKind: (element: Element) => boolean): readonly Element[] {
  const found: Element[] = [];
  const open = [...within.children].reverse();
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type !== "element") continue;
    if (isKind(node)) found.push(node);
    else for (let index = node.children.length - 1; index >= 0; index--) open.push(node.children[index]!);
  }
  return found;
}

/** All text within some nodes, as written. */
export function textIn(...nodes: readonly Nodes[]): string {
  const texts: string[] = [];
  for (const node of nodesIn(nodes)) if (node.type === "text") texts.push(node.value);
  return texts.join("");
}

/** An attribute by its name in hast, as text; "" where it is missing. */
export function attribute(element: Element, name: string): string {
  const value = element.properties[name];
  if (value === undefined || value === null || value === false) return "";
  return Array.isArray(value) ? value.join(" ") : String(value);
}

/** An attribute that is a list of words. */
export function words(element: Element, name: string): readonly string[] {
  return attribute(element, name).split(/\s+/).filter(Boolean);
}

/** White space that HTML folds. */
export function isBlank(text: string): boolean {
  return /^[\t\n\f\r ]*$/.test(text);
}

export function isBlankNode(node: ElementContent): boolean {
  return node.type === "comment" || (node.type === "text" && isBlank(node.value));
}

import type { Element, ElementContent } from "hast";
import { attribute, isBlankNode, isElement } from "./node.ts";

/** A list item's content, and its tick box if it has one. */
export interface ItemParts {
  readonly nodes: readonly ElementContent[];
  readonly checked: boolean | null;
}

/** The items of a list. What stands between items belongs to the one before: a nested list often does. */
export function itemsOf(list: Element): readonly ItemParts[] {
  const items: { nodes: ElementContent[]; checked: boolean | null }[] = [];
  for (const child of list.children) {
    const last = items.at(-1);
    if (isElement(child, "li")) items.push({ nodes: child.children, checked: checkedOf(child) });
    else if (last !== undefined) last.nodes.push(child);
    else if (!isBlankNode(child)) items.push({ nodes: [child], checked: null });
  }
  return items;
}

/** A box that begins an item, or its first paragraph. */
function checkedOf({ children }: Element): boolean | null {
  const first = children.find((child) => !isBlankNode(child));
  if (first?.type === "element" && ["p", "label"].includes(first.tagName)) return checkedOf(first);
  const isBox = isElement(first, "input") && attribute(first, "type").toLowerCase() === "checkbox";
  return isBox ? attribute(first, "checked") !== "" : null;
}

/** The number that a list begins with; nothing where it is not numbered. */
export function firstNumber(list: Element): number | undefined {
  if (list.tagName !== "ol") return undefined;
  const { start } = list.properties;
  return typeof start === "number" && Number.isInteger(start) && start >= 0 ? start : 1;
}

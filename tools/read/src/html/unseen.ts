import type { Element, Parents } from "hast";
import { attribute } from "./node.ts";

/** Elements that show no text, or none that belongs to the page: programs, drawings, players, controls. */
const unseen: ReadonlySet<string> = new Set([
  ...["head", "title", "script", "style", "template", "noscript", "noframes"],
  ...["svg", "canvas", "audio", "video", "iframe", "object", "annotation", "rp"],
  ...["button", "select", "datalist", "textarea", "progress", "meter"],
]);

/** Takes out what a reader does not see, and comments. */
export function removeUnseen(parent: Parents): void {
  parent.children = parent.children.filter((child) => {
    if (child.type === "text") return true;
    if (child.type !== "element" || isUnseen(child)) return false;
    removeUnseen(child);
    return true;
  }) as typeof parent.children;
}

function isUnseen(element: Element): boolean {
  const { tagName, properties } = element;
  if (unseen.has(tagName) || (tagName === "dialog" && !properties.open)) return true;
  if (attribute(element, "hidden") !== "" || attribute(element, "ariaHidden").toLowerCase() === "true") return true;
  return /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\b/i.test(attribute(element, "style"));
}

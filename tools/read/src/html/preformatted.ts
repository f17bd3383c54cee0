import type { Element, ElementContent } from "hast";
import { blockTag } from "./block-tags.ts";
import { elementsOf, words } from "./node.ts";

/** The text of a block of code as it stands. A line may be an element of its own, with or without a line end. */
export function preformattedText(pre: Element): string {
  const texts: string[] = [];
  add(pre.children);
  return texts.join("").replace(/\n$/, "");

  function add(nodes: readonly ElementContent[]): void {
    for (const node of nodes) {
      if (node.type === "text") texts.push(node.value);
      if (node.type !== "element") continue;
      const isLine = blockTag(node) !== undefined;
      if (isLine) endLine();
      if (node.tagName === "br") texts.push("\n");
      add(node.children);
      if (isLine) endLine();
    }
  }

  function endLine(): void {
    if (texts.at(-1)?.endsWith("\n") === false) texts.push("\n");
  }
}

/** The language of a block of code, where a class names it in the usual way. */
export function languageOf(pre: Element): string | null {
  for (const element of [pre, ...elementsOf(pre, "code")]) {
    for (const name of words(element, "className")) {
      const [, language] = /^lang(?:uage)?-(.+)$/.exec(name) ?? [];
      if (language !== undefined) return language;
    }
  }
  return null;
}

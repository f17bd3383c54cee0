import type { Element } from "hast";
import { words } from "./node.ts";

/** One lower-case word, or several of which all but the first are capitalised. What a build adds is neither. */
const plainName = /^[a-z]+(?:[A-Z][a-z]{2,})*$/;

/**
 * The classes of an element as lower-case words with hyphens between them, because `tableOfContents`, `table-of-contents`
 * and `table_of_contents` are the same name. The mark of a build, as in `toc_bqdL`, is no part of it and goes.
 */
export function classNames(element: Element): readonly string[] {
  return words(element, "className").map((name) =>
    withoutMark(name)
      .replace(/([a-z])([A-Z])/g, "$1-$2")
      .replace(/_+/g, "-")
      .toLowerCase(),
  );
}

function withoutMark(name: string): string {
  const end = name.lastIndexOf("_");
  return end === -1 || plainName.test(name.slice(end + 1)) ? name : name.slice(0, end);
}

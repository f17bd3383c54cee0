import type { Element } from "hast";
import { words } from "./node.ts";

/** What a build adds to a class: neither a lower-case word nor several that are capitalised but for the first. */
const mark = /_+(?![a-z]+(?:[A-Z][a-z]{2,})*$)[A-Za-z\d-]+$/;

/**
 * The classes of an element as lower-case words with hyphens between them, because `tableOfContents`, `table-of-contents`
 * and `table_of_contents` are the same name. The mark of a build, as in `toc_bqdL`, is no part of it and goes.
 */
export function classNames(element: Element): readonly string[] {
  return words(element, "className").map((name) =>
    name
      .replace(mark, "")
      .replace(/([a-z])([A-Z])/g, "$1-$2")
      .replace(/_+/g, "-")
      .toLowerCase(),
  );
}

import type { Element } from "hast";
import { attribute, textIn, words } from "./node.ts";

/** Whether an element is a link, and no mere anchor. */
export function isLink(element: Element): boolean {
  return element.tagName === "a" && element.properties.href !== undefined;
}

/** Whether an element is a link to a place on the same page. */
export function isOwnLink(element: Element): boolean {
  return isLink(element) && attribute(element, "href").startsWith("#");
}

/** What links of a page's frame say, their arrows left out. */
const phrases: ReadonlySet<string> = new Set([
  ...[
    "prev",
    "previous",
    "next",
    "previous page",
    "next page",
    "back to top",
    "skip to content",
    "skip to main content",
  ],
  ...["edit", "edit this page", "edit page", "edit on github", "edit this page on github", "suggest edits"],
  ...["view source", "view page source", "report an issue", "print", "copy link", "copy page"],
]);

/** Whether a link leads to the pages beside this one or to its source. In a sentence the same words may be none. */
export function isFrameLink(element: Element): boolean {
  const isSequential = words(element, "rel").some((rel) => rel === "prev" || rel === "next");
  return isLink(element) && (isSequential || phrases.has(phraseOf(element)));
}

function phraseOf(link: Element): string {
  return textIn(link)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .toLowerCase();
}

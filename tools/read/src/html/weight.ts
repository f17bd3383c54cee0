import type { Element, Text } from "hast";
import { isFrameLink, isLink, isOwnLink } from "./links.ts";
import { isElement, words } from "./node.ts";

/** What stands in a part of a page, counted in letters and digits. */
export interface Weight {
  readonly text: number;
  /** Without what is there for screen readers alone. */
  readonly seen: number;
  /** Text of links; of those that lead to places on the same page; and of those that belong to the page's frame. */
  readonly links: number;
  readonly ownLinks: number;
  readonly frameLinks: number;
  /** Whether a table, a title or a block of code is in it: then it is content, whatever else it looks like. */
  readonly isSolid: boolean;
}

export const weightless: Weight = { text: 0, seen: 0, links: 0, ownLinks: 0, frameLinks: 0, isSolid: false };

export function sumOf(a: Weight, b: Weight): Weight {
  return {
    text: a.text + b.text,
    seen: a.seen + b.seen,
    links: a.links + b.links,
    ownLinks: a.ownLinks + b.ownLinks,
    frameLinks: a.frameLinks + b.frameLinks,
    isSolid: a.isSolid || b.isSolid,
  };
}

export function weightOfText({ value }: Text): Weight {
  const text = value.replace(/[^\p{L}\p{N}]+/gu, "").length;
  return { ...weightless, text, seen: text };
}

/** The weight of an element, given that of everything within it. */
export function weightOf(element: Element, inner: Weight): Weight {
  const { text } = inner;
  return {
    text,
    seen: isForScreenReaders(element) ? 0 : inner.seen,
    links: isLink(element) ? text : inner.links,
    ownLinks: isOwnLink(element) ? text : inner.ownLinks,
    frameLinks: isFrameLink(element) ? text : inner.frameLinks,
    isSolid: inner.isSolid || isElement(element, "table", "h1", "pre"),
  };
}

const forScreenReaders = /^(?:sr-only|visually-?hidden|screen-?reader(?:-text|-only)?)$/i;

function isForScreenReaders(element: Element): boolean {
  return words(element, "className").some((name) => forScreenReaders.test(name));
}

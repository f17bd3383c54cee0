import type { Root } from "hast";
import type { Heading } from "../document.ts";
import { emptyFront, type Front } from "../front/front.ts";
import { attribute, findElement, isElement, nodesIn, textIn, words } from "./node.ts";

/** What a page says about itself outside its content, before anything is taken out of it. */
export interface PageFacts {
  /** Titles in the order in which they are believed. */
  readonly titles: readonly string[];
  readonly published: string | undefined;
  readonly updated: string | undefined;
}

export function factsOf(root: Root): PageFacts {
  const named = statements(root);
  const of = (...names: readonly string[]) => named.filter(([name]) => names.includes(name)).map(([, value]) => value);
  const title = findElement(root, "title");
  return {
    titles: [...of("og:title"), title === undefined ? "" : textIn(title)],
    published: onlyDay(of("article:published_time", "datePublished")),
    updated: onlyDay(of("article:modified_time", "og:updated_time", "dateModified")),
  };
}

/**
 * The front matter of a page that has none. The one title on the page is better than those in its head, to which sites add
 * their own name.
 */
export function frontOf({ titles, published, updated }: PageFacts, headings: readonly Heading[]): Front {
  const [heading, ...others] = headings.filter(({ depth }) => depth === 1);
  const own = heading !== undefined && others.length === 0 ? heading.text : "";
  const title = [own, ...titles].map((text) => text.replace(/\s+/g, " ").trim()).find((text) => text !== "");
  const front = emptyFront();
  if (title !== undefined) front.title = title;
  if (published !== undefined) front.published = published;
  if (updated !== undefined) front.updated = updated;
  return front;
}

/** What `<meta>` and marked elements state, by name. A `<time>` without a name says only that it is some day. */
function statements(root: Root): readonly (readonly [name: string, value: string])[] {
  const found: (readonly [string, string])[] = [];
  for (const node of nodesIn([root])) {
    if (!isElement(node, "meta", "time")) continue;
    const value = attribute(node, node.tagName === "time" ? "dateTime" : "content");
    for (const key of ["property", "name", "itemProp"]) for (const name of words(node, key)) found.push([name, value]);
  }
  return found;
}

/** The day that these are all of; nothing where they differ, or one of them is no day. */
function onlyDay(values: readonly string[]): string | undefined {
  const [day, ...others] = new Set(values.map((value) => /^\d{4}-\d{2}-\d{2}(?![\d-])/.exec(value.trim())?.[0]));
  return others.length === 0 ? day : undefined;
}

import type { Element, Root } from "hast";
import { findElement, isElement, nodesIn, outermost, textIn, words } from "./node.ts";

/** The part of a page that is about its subject. */
export interface MainContent {
  readonly element: Element;
  /** Whether the page does not say which part it is, so that it is all of it, banners included. */
  readonly isWholePage: boolean;
}

/**
 * Finds a page's content: its one `<main>` or `role="main"`, else its one `<article>`, else all of its body. Within a main
 * part, its one article is the content if it holds every table and the title: what is beside it helps to get about.
 */
export function mainContent(root: Root): MainContent | undefined {
  const body = findElement(root, "body");
  if (body === undefined) return undefined;
  const [main, ...mains] = outermost(body, isMain);
  const [article, ...articles] = outermost(main !== undefined && mains.length === 0 ? main : body, isArticle);
  const onlyArticle = articles.length === 0 ? article : undefined;
  if (main === undefined && onlyArticle !== undefined && holdsAll(onlyArticle, body)) {
    return { element: onlyArticle, isWholePage: false };
  }
  if (main === undefined || mains.length > 0) return { element: body, isWholePage: true };
  return { element: onlyArticle !== undefined && holdsAll(onlyArticle, main) ? onlyArticle : main, isWholePage: false };
}

function isMain(element: Element): boolean {
  return (element.tagName === "main" || words(element, "role").includes("main")) && saysSomething(element);
}

function isArticle(element: Element): boolean {
  return element.tagName === "article" && saysSomething(element);
}

/** A program may leave an empty part where it puts the content in a browser, or has put it elsewhere. */
function saysSomething(element: Element): boolean {
  return textIn(element).trim() !== "";
}

/** Whether all tables and titles of a part are in this part of it. */
function holdsAll(part: Element, whole: Element): boolean {
  return countKept(part) === countKept(whole);
}

function countKept(element: Element): number {
  let count = 0;
  for (const node of nodesIn([element])) if (isElement(node, "table", "h1")) count++;
  return count;
}

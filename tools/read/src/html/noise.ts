import type { Element } from "hast";
import { classNames } from "./class-names.ts";
import { isOwnLink } from "./links.ts";
import { isElement, words } from "./node.ts";
import type { Weight } from "./weight.ts";

/** Where an element stands, as far as it tells content from noise. */
export interface Around {
  /** Whether the page does not say which part of it is content. */
  readonly isWholePage: boolean;
  readonly inTable: boolean;
  readonly inHeading: boolean;
  /** In a part of the page that has a header and a footer of its own. */
  readonly inPart: boolean;
  readonly inQuotation: boolean;
  /** Of the elements around it, the outermost first. */
  readonly ids: readonly string[];
}

/**
 * Whether an element helps to get about in the page or the site and says nothing itself. A table, a title or code is never
 * noise, whatever stands around it. In a table only marks are: a cell means what it says.
 */
export function isNoise(element: Element, weight: Weight, around: Around): boolean {
  if (isMark(element, weight)) return true;
  if (around.inTable) return false;
  if (isElement(element, "nav") || words(element, "role").some((role) => rolesOfNoise.has(role))) return true;
  if (weight.isSolid) return false;
  const found = isRegion(element, weight, around) || isNamedNoise(element, weight);
  return found || isListOfPlaces(element, weight) || isPager(element, weight);
}

/** Permanent links beside what they lead to, the way back from a note, and the mark of a note. */
function isMark(element: Element, weight: Weight): boolean {
  if (words(element, "role").includes("doc-noteref")) return true;
  if (isOwnLink(element)) return weight.seen === 0;
  return element.tagName === "sup" && weight.text > 0 && weight.ownLinks === weight.text;
}

const rolesOfNoise: ReadonlySet<string> = new Set([
  ...["navigation", "search", "contentinfo", "menu", "menubar", "toolbar", "tablist", "tooltip"],
  ...["dialog", "alertdialog"],
]);

/** Banners and footers of the page, and side columns that are mostly links. */
function isRegion(element: Element, weight: Weight, { isWholePage, inPart, inQuotation }: Around): boolean {
  if (words(element, "role").includes("banner")) return true;
  if (element.tagName === "header") return isWholePage && !inPart;
  if (element.tagName === "footer") return !inQuotation;
  return element.tagName === "aside" && isMostlyLinks(weight);
}

function isMostlyLinks({ text, links }: Weight): boolean {
  return text > 0 && links * 2 > text;
}

/** Names that documentation sites give to what is around their content. */
const navigation = anyOf(
  ...["breadcrumbs?", "pagination", "pager", "prev-next", "page-nav(?:igation)?", "toc", "table-of-contents"],
  ...["side-?bar", "edit-(?:this-)?page", "edit-link", "skip-(?:to-content|link)"],
);
const widgets = anyOf(
  ...["cookie-(?:banner|consent|notice|bar)", "(?:page|article|doc)-feedback", "feedback-(?:form|widget|buttons)"],
  ...["was-this-helpful", "share-(?:buttons|links|bar)", "social-(?:share|links)", "copy-(?:button|link|code|page)"],
);

/** Classes are longer than a name: `theme-doc-toc-desktop`. */
function anyOf(...names: readonly string[]): RegExp {
  return new RegExp(`(?:^|-)(?:${names.join("|")})(?:-|$)`);
}

/** The longest text of a banner or of a question about the page, in letters and digits. */
const LONGEST_WIDGET = 400;

/** A name alone is no proof: navigation is mostly links, and a widget is short. */
function isNamedNoise(element: Element, weight: Weight): boolean {
  const names = classNames(element);
  if (isMostlyLinks(weight) && names.some((name) => navigation.test(name))) return true;
  return weight.text < LONGEST_WIDGET && names.some((name) => widgets.test(name));
}

/** A list of nothing but links to places on the page is its table of contents. */
function isListOfPlaces(element: Element, { text, ownLinks }: Weight): boolean {
  return isElement(element, "ul", "ol") && text > 0 && ownLinks === text;
}

/** Links to the pages beside this one, or to its source, and nothing with them. */
function isPager(element: Element, { text, frameLinks }: Weight): boolean {
  return isElement(element, "div", "p", "ul", "li") && text > 0 && frameLinks === text;
}

import type { Element, ElementContent } from "hast";
import { isOwnLink } from "./links.ts";
import type { MainContent } from "./main-content.ts";
import { attribute, isElement } from "./node.ts";
import { type Around, isNoise } from "./noise.ts";
import { sumOf, type Weight, weightless, weightOf, weightOfText } from "./weight.ts";

/** Takes the noise out of a page's content, in place. */
export function cleanContent({ element, isWholePage }: MainContent): void {
  const around = { isWholePage, inTable: false, inHeading: false, inPart: false, inQuotation: false, ids: [] };
  element.children = clean(element.children, around).nodes;
}

interface Cleaned {
  readonly nodes: ElementContent[];
  readonly weight: Weight;
}

/** From the innermost out: what is within an element tells whether it is noise. */
function clean(nodes: readonly ElementContent[], around: Around): Cleaned {
  const kept: ElementContent[] = [];
  let total = weightless;
  for (const node of nodes) {
    if (node.type === "element") {
      const inner = within(node, around);
      const cleaned = clean(node.children, inner);
      const weight = weightOf(node, cleaned.weight);
      node.children = cleaned.nodes;
      // What is taken out counts all the same: a box of navigation is one although its list is gone.
      total = sumOf(total, weight);
      if (isNoise(node, weight, around)) continue;
      for (const part of isSelfLink(node, inner) ? cleaned.nodes : [node]) kept.push(part);
    } else if (node.type === "text") {
      kept.push(node);
      total = sumOf(total, weightOfText(node));
    }
  }
  return { nodes: kept, weight: total };
}

function within(element: Element, around: Around): Around {
  const id = attribute(element, "id");
  return {
    isWholePage: around.isWholePage,
    inTable: around.inTable || element.tagName === "table",
    inHeading: around.inHeading || /^h[1-6]$/.test(element.tagName),
    inPart: around.inPart || isElement(element, "article", "section"),
    inQuotation: around.inQuotation || element.tagName === "blockquote",
    ids: id === "" ? around.ids : [...around.ids, id],
  };
}

/** A permanent link around its own text says nothing but the text: in a heading, or to what it stands in. */
function isSelfLink(element: Element, { inHeading, ids }: Around): boolean {
  return isOwnLink(element) && (inHeading || ids.includes(attribute(element, "href").slice(1)));
}

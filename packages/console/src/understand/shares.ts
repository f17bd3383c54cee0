import type { Share } from "../api/types/index.ts";
import type { CatalogIndex } from "./catalog-index.ts";
import { type FacetKey, none } from "./facets.ts";
import { type Selection, tally } from "./selection.ts";

/** Two stretches of time, for comparison. */
export interface Both {
  readonly now: Selection;
  readonly before: Selection;
}

type Shown = Pick<Share, "title" | "description" | "known">;

const titlesOfNone: Readonly<Record<FacetKey, string>> = {
  action: "No action",
  reason: "No reason given",
  state: "No state given",
  stage: "No state given",
  lane: "No lane",
  feature: "No feature given",
};

/** The parts that a facet divides the attempts into, most first. Their sum is the number of all attempts. */
export function sharesOf(both: Both, facet: FacetKey, catalog: CatalogIndex): readonly Share[] {
  const now = tally(both.now, ({ facets }) => [facets[facet]]);
  const before = tally(both.before, ({ facets }) => [facets[facet]]);
  return [...new Set([...now.keys(), ...before.keys()])]
    .map((value) => ({
      value,
      ...shown(facet, value, catalog),
      now: now.get(value) ?? 0,
      before: before.get(value) ?? 0,
    }))
    .sort(byNumber);
}

/** How the value of a facet is shown. */
function shown(facet: FacetKey, value: string, catalog: CatalogIndex): Shown {
  if (value === none) return { title: titlesOfNone[facet], description: null, known: true };
  if (facet === "stage" || facet === "lane") {
    const place = catalog[`${facet}s`].find((one) => one.value === value);
    return { title: place?.title ?? "Not placed", description: null, known: place !== undefined };
  }
  if (facet === "feature") return { title: value, description: null, known: true };
  const { title, descriptions, known } = catalog[`${facet}s`].words(value);
  return { title, description: descriptions.length === 0 ? null : descriptions.join("\n\n"), known };
}

function byNumber(a: Share, b: Share): number {
  return b.now - a.now || b.before - a.before || (a.value < b.value ? -1 : 1);
}

import type { AttemptFilter } from "../api/types/index.ts";
import type { Outcome } from "../flow/outcome.ts";
import type { CatalogIndex } from "./catalog-index.ts";
import { reachedBy } from "./reached.ts";
import { hasSeen } from "./seen.ts";

/** What outcomes are told apart by. */
export const facetKeys = ["action", "reason", "state", "stage", "lane", "feature"] as const;
export type FacetKey = (typeof facetKeys)[number];

/** One text for each facet, the one that filters take: `-` stands for none. */
export type Facets = Readonly<Record<FacetKey, string>>;

export const none = "-";

export function facetsOf({ action, reason, state, feature }: Outcome, catalog: CatalogIndex): Facets {
  const end = isNone(state) ? null : state;
  const text = (value: string | null) => (value === null || isNone(value) ? none : value);
  return {
    action: text(action),
    reason: text(reason),
    state: text(state),
    stage: catalog.stageOf(end)?.value ?? none,
    lane: catalog.laneOf(end)?.value ?? none,
    feature: text(feature),
  };
}

/** An empty text, or the filters' own sign for none, cannot be filtered by: it counts as none. */
function isNone(value: string | null): boolean {
  return value === "" || value === none;
}

/** The values that are meant by the text of a filter. */
export function valuesMeant(text: string): readonly (string | null)[] {
  return text === none ? [null, "", none] : [text];
}

/** The part of a filter that is about outcomes. */
export type OutcomeFilter = Omit<AttemptFilter, "from" | "to">;

/** Whether a filter means attempts with this outcome. */
export function isMeant(outcome: Outcome, facets: Facets, filter: OutcomeFilter, catalog: CatalogIndex): boolean {
  if (filter.seen !== undefined && !hasSeen(outcome.seen, filter.seen)) return false;
  if (filter.reached !== undefined && !reachedBy(facets.stage, catalog).includes(filter.reached)) return false;
  return facetKeys.every((key) => filter[key] === undefined || filter[key] === facets[key]);
}

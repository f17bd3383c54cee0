import type { Outcome } from "../flow/outcome.ts";
import type { Counts, OutcomeId } from "../store/event-store.ts";
import type { CatalogIndex } from "./catalog-index.ts";
import { type Facets, facetsOf, isMeant, type OutcomeFilter } from "./facets.ts";

/** The part of the counts that a filter means. */
export interface Selection {
  readonly outcomes: ReadonlyMap<OutcomeId, Selected>;
  readonly rows: Counts["rows"];
  /** Distinct attempts. */
  readonly total: number;
}

/** An outcome, and how many attempts had it. */
export interface Selected {
  readonly outcome: Outcome;
  readonly facets: Facets;
  readonly attempts: number;
}

/**
 * Selects what a filter means. The overview, the lists and the files of attempts all select here, so that their numbers
 * are the same.
 */
export function select({ outcomes, rows }: Counts, filter: OutcomeFilter, catalog: CatalogIndex): Selection {
  const sums = new Map<OutcomeId, number>();
  for (const { outcome, attempts } of rows) sums.set(outcome, (sums.get(outcome) ?? 0) + attempts);
  const meant = new Map<OutcomeId, Selected>();
  for (const [id, outcome] of outcomes) {
    const facets = facetsOf(outcome, catalog);
    if (isMeant(outcome, facets, filter, catalog)) meant.set(id, { outcome, facets, attempts: sums.get(id) ?? 0 });
  }
  return {
    outcomes: meant,
    rows: meant.size === outcomes.size ? rows : rows.filter(({ outcome }) => meant.has(outcome)),
    total: [...meant.values()].reduce((sum, { attempts }) => sum + attempts, 0),
  };
}

/** How many attempts fall under each key, an attempt counting under every key that its outcome has. */
export function tally(
  { outcomes }: Selection,
  keysOf: (selected: Selected) => readonly string[],
): ReadonlyMap<string, number> {
  const totals = new Map<string, number>();
  for (const selected of outcomes.values()) {
    for (const key of keysOf(selected)) totals.set(key, (totals.get(key) ?? 0) + selected.attempts);
  }
  return totals;
}

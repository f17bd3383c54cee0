import type { Outcome } from "../flow/outcome.ts";
import type { Counts, OutcomeId } from "../store/event-store.ts";
import type { CatalogIndex } from "./catalog-index.ts";
import { isMeant, type OutcomeFilter } from "./facets.ts";

/** The part of the counts that a filter means. */
export interface Selection {
  readonly outcomes: ReadonlyMap<OutcomeId, Outcome>;
  readonly rows: Counts["rows"];
  /** Distinct attempts. */
  readonly total: number;
}

export function select({ outcomes, rows }: Counts, filter: OutcomeFilter, catalog: CatalogIndex): Selection {
  const meant = new Map([...outcomes].filter(([, outcome]) => isMeant(outcome, filter, catalog)));
  const meantRows = rows.filter(({ outcome }) => meant.has(outcome));
  return { outcomes: meant, rows: meantRows, total: meantRows.reduce((sum, { attempts }) => sum + attempts, 0) };
}

/** How many attempts fall under each key, an attempt counting under every key that its outcome has. */
export function tally({ outcomes, rows }: Selection, keysOf: (outcome: Outcome) => readonly string[]) {
  const keys = new Map([...outcomes].map(([id, outcome]) => [id, keysOf(outcome)]));
  const totals = new Map<string, number>();
  for (const { outcome, attempts } of rows) {
    for (const key of keys.get(outcome) ?? []) totals.set(key, (totals.get(key) ?? 0) + attempts);
  }
  return totals;
}

import type { PageState } from "./state.ts";

/** How fresh the copy of a page is. */
export interface Freshness {
  readonly page: string;
  readonly checked: string | null;
  readonly changed: string | null;
  /** Hours since the page was last seen; null if it never was. */
  readonly hours: number | null;
  /**
   * - `fresh`: seen within the limit, and the last look succeeded
   * - `failing`: seen within the limit, but the last look failed
   * - `stale`: not seen for longer than the limit: the watcher is dead, or cannot look
   * - `never`: never seen
   */
  readonly verdict: "fresh" | "failing" | "stale" | "never";
  readonly problem?: string;
}

const HOUR = 3_600_000;

/** Tells "nothing changed" from "nobody looked". */
export function freshnessOf(page: string, state: PageState | undefined, now: Date, limitHours: number): Freshness {
  const problem = state?.problem === undefined ? {} : { problem: state.problem };
  const changed = state?.changed ?? null;
  if (state?.checked === undefined) return { page, checked: null, changed, hours: null, verdict: "never", ...problem };
  const hours = (now.getTime() - Date.parse(state.checked)) / HOUR;
  const failed = state.outcome === "refused" || state.outcome === "unreachable";
  const verdict = !(hours <= limitHours) ? "stale" : failed ? "failing" : "fresh";
  return { page, checked: state.checked, changed, hours, verdict, ...problem };
}

import type { Overview, SeenKey, SeriesPoint } from "../api/types/index.ts";
import type { Milliseconds } from "../flow/delivery.ts";
import type { Counts, Range } from "../store/event-store.ts";
import type { CatalogIndex } from "./catalog-index.ts";
import type { OutcomeFilter } from "./facets.ts";
import { hasSeen, seenKeys, seenTitles } from "./seen.ts";
import { type Selected, type Selection, select, tally } from "./selection.ts";
import { type Both, sharesOf } from "./shares.ts";
import { stageCounts } from "./stages.ts";
import { bucketOf, bucketsOf, rangeBefore, stepOf } from "./time.ts";
import { iso } from "./view.ts";

/** What an overview is made of. */
export interface OverviewFacts {
  readonly range: Range;
  readonly filter: OutcomeFilter;
  /** Of the range, by its `stepOf`. */
  readonly now: Counts;
  /** Of `rangeBefore`, by its `stepBefore`. */
  readonly before: Counts;
}

/** Every number of the overview, all of them of the same selection. */
export function overviewOf({ range, filter, now, before }: OverviewFacts, catalog: CatalogIndex): Overview {
  const both: Both = { now: select(now, filter, catalog), before: select(before, filter, catalog) };
  const earlier = rangeBefore(range);
  const seenNow = tally(both.now, seenOf);
  const seenBefore = tally(both.before, seenOf);
  return {
    filter: { from: iso(range.from), to: iso(range.to), ...filter },
    before: { from: iso(earlier.from), to: iso(earlier.to) },
    attempts: { now: both.now.total, before: both.before.total },
    seen: seenKeys.map((key) => ({
      key,
      title: seenTitles[key],
      now: seenNow.get(key) ?? 0,
      before: seenBefore.get(key) ?? 0,
    })),
    series: seriesOf(both.now, range, 0),
    seriesBefore: seriesOf(both.before, range, range.from - earlier.from),
    seriesBy: stepOf(range),
    stages: stageCounts(both, catalog),
    reasons: sharesOf(both, "reason", catalog),
    breakdowns: [
      { by: "feature", title: "Feature", shares: sharesOf(both, "feature", catalog) },
      { by: "lane", title: "Lane", shares: sharesOf(both, "lane", catalog) },
      { by: "action", title: "Outcome", shares: sharesOf(both, "action", catalog) },
    ],
  };
}

function seenOf({ outcome }: Selected): readonly SeenKey[] {
  return seenKeys.filter((key) => hasSeen(outcome.seen, key));
}

/** A point for each bucket of a range, of what came so much earlier. */
function seriesOf({ outcomes, rows }: Selection, range: Range, earlier: Milliseconds): readonly SeriesPoint[] {
  const by = stepOf(range);
  const points = new Map(bucketsOf(range, by).map((at) => [at, emptyPoint(at - earlier)]));
  for (const { at, outcome, attempts } of rows) {
    const point = points.get(bucketOf(at + earlier, by));
    const seen = outcomes.get(outcome)?.outcome.seen ?? 0;
    if (point === undefined) continue;
    point.attempts += attempts;
    for (const key of seenKeys) if (hasSeen(seen, key)) point[key] += attempts;
  }
  return [...points.values()];
}

function emptyPoint(at: number) {
  return { at: iso(at), attempts: 0, started: 0, submitted: 0, waiting: 0, finished: 0, cancelled: 0, other: 0 };
}

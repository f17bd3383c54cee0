import { sql } from "kysely";
import type { Attempt } from "../../flow/attempt.ts";
import type { Milliseconds } from "../../flow/delivery.ts";
import type { Outcome } from "../../flow/outcome.ts";
import type { AttemptQuery, CountQuery, Counts, OutcomeId, Page } from "../event-store.ts";
import { type AttemptRow, attemptColumns, attemptOf, hour } from "./attempt-row.ts";
import { pageByTime, timeOf } from "./cursor.ts";
import type { Work } from "./flavour.ts";

/**
 * Sums up whole days, and the hours of those that begin or end within the range. Attempts themselves are never looked at,
 * so it takes the same time however many there are.
 */
export async function counts({ tx }: Work, { from, to, by }: CountQuery): Promise<Counts> {
  const [first, end] = [Math.ceil(from / hour), Math.ceil(to / hour)];
  const [firstDay, endDay] = by === "hour" ? [0, 0] : [Math.ceil(first / 24), Math.floor(end / 24)];
  const hasDays = firstDay < endDay;
  const hours = (since: number, until: number) => sql`
    select ${by === "hour" ? sql`hour` : sql`hour / 24`} as at, outcome_id, attempts from hour_counts
    where hour >= ${since} and hour < ${until}`;
  const parts = hasDays
    ? [
        hours(first, firstDay * 24),
        sql`select day as at, outcome_id, attempts from day_counts where day >= ${firstDay} and day < ${endDay}`,
        hours(endDay * 24, end),
      ]
    : [hours(first, end)];
  const { rows } = await sql<{ bucket: number; outcome: number; attempts: number }>`
    select ${by === "all" ? sql`0` : sql`at`} as bucket, outcome_id as outcome, cast(sum(attempts) as bigint) as attempts
    from (${sql.join(parts, sql` union all `)}) counted
    group by 1, 2 having sum(attempts) > 0 order by 1, 2`.execute(tx);
  const length = by === "hour" ? hour : 24 * hour;
  const used = [...new Set(rows.map(({ outcome }) => outcome))];
  return {
    outcomes: await outcomesOf(tx, used),
    rows: rows.map((row) => ({
      at: by === "all" ? from : row.bucket * length,
      outcome: row.outcome,
      attempts: row.attempts,
    })),
  };
}

async function outcomesOf(tx: Work["tx"], ids: readonly number[]): Promise<ReadonlyMap<number, Outcome>> {
  const rows = ids.length === 0 ? [] : await tx.selectFrom("outcomes").selectAll().execute();
  const wanted = new Set(ids);
  return new Map(
    rows.flatMap(({ id, feature, seen, action, reason, state }) =>
      wanted.has(id) ? [[id, { feature, seen, action, reason, state }] as const] : [],
    ),
  );
}

/**
 * The counts say how far back a page reaches, so only attempts of these few hours are looked at, however rare or common
 * the outcomes are.
 */
export async function attempts(work: Work, query: AttemptQuery): Promise<Page<Attempt>> {
  const { to, limit } = query;
  const cursor = timeOf(query.cursor);
  const until = Math.min(to - 1, cursor.at);
  const skip = cursor.at === until ? cursor.shown : 0;
  const since = await reach(work, query, until, limit + 1 + skip);
  const outcomes = query.outcomes ?? (await outcomesBetween(work, since, until));
  if (outcomes.length === 0) return { items: [], next: null };
  const { rows } = await sql<AttemptRow>`
    select ${attemptColumns} from attempts a join outcomes o on o.id = a.outcome_id
    where a.outcome_id in (${sql.join(outcomes)}) and a.first_at >= ${since} and a.first_at <= ${until}
    order by a.first_at desc, a.session_id desc, a.attempt_id desc
    limit ${limit + 1} offset ${skip}`.execute(work.tx);
  return pageByTime(rows.map(attemptOf), limit, cursor, ({ firstAt }) => firstAt);
}

/** A moment since which there are at least so many attempts, or the beginning. The last hour may be cut: it does not count. */
async function reach(
  { tx }: Work,
  { from, outcomes }: AttemptQuery,
  until: Milliseconds,
  wanted: number,
): Promise<Milliseconds> {
  const rows = await tx
    .selectFrom("hour_counts")
    .select(["hour", "attempts"])
    .where("hour", ">=", Math.floor(from / hour))
    .where("hour", "<", Math.floor(until / hour))
    .where("attempts", ">", 0)
    .$if(outcomes !== undefined, (some) => some.where("outcome_id", "in", [...(outcomes ?? []), 0]))
    .orderBy("hour", "desc")
    .limit(wanted)
    .execute();
  let found = 0;
  const last = rows.find((row) => {
    found += row.attempts;
    return found >= wanted;
  });
  return last === undefined ? from : Math.max(from, last.hour * hour);
}

async function outcomesBetween({ tx }: Work, since: Milliseconds, until: Milliseconds): Promise<readonly OutcomeId[]> {
  const rows = await tx
    .selectFrom("hour_counts")
    .select("outcome_id")
    .distinct()
    .where("hour", ">=", Math.floor(since / hour))
    .where("hour", "<=", Math.floor(until / hour))
    .where("attempts", ">", 0)
    .execute();
  return rows.map(({ outcome_id }) => outcome_id);
}

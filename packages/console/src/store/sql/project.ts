import { type RawBuilder, sql } from "kysely";
import { type Arrival, type Attempt, addArrival, mergeAttempts } from "../../flow/attempt.ts";
import type { Session } from "../event-store.ts";
import {
  type AttemptRow,
  type AttemptWithOutcome,
  attemptColumns,
  attemptKey,
  attemptOf,
  hourOf,
} from "./attempt-row.ts";
import type { Work } from "./flavour.ts";
import { outcomeIds, outcomeText } from "./outcomes.ts";
import { mergeSessions, type SessionRow, sessionOf, sessionOfRow } from "./session-row.ts";

/** Adds arrivals to attempts, sessions and counts: a few statements, however many arrivals. */
export async function project(work: Work, arrivals: readonly Arrival[]): Promise<void> {
  if (arrivals.length === 0) return;
  const added = new Map<string, Attempt>();
  for (const arrival of arrivals) {
    const key = attemptKey(arrival.event);
    added.set(key, addArrival(added.get(key), arrival));
  }
  const before = await knownAttempts(work, [...added.values()]);
  const after = [...added].map(([key, attempt]) => {
    const known = before.get(key);
    return known === undefined ? attempt : mergeAttempts(known.attempt, attempt);
  });
  const ids = await outcomeIds(
    work,
    after.map(({ outcome }) => outcome),
  );
  const idOf = (attempt: Attempt) => ids.get(outcomeText(attempt.outcome)) as number;

  await writeAttempts(
    work,
    after.map((attempt) => ({ attempt, outcomeId: idOf(attempt) })),
    before,
  );
  await addToCounts(work, [
    ...[...before.values()].map(({ attempt, outcomeId }) => [hourOf(attempt), outcomeId, -1] as const),
    ...after.map((attempt) => [hourOf(attempt), idOf(attempt), 1] as const),
  ]);
  await addToSessions(work, added, before);
}

async function knownAttempts(
  work: Work,
  attempts: readonly Attempt[],
): Promise<ReadonlyMap<string, AttemptWithOutcome>> {
  const wanted = work.flavour.rows(
    { session_id: "text", attempt_id: "text" },
    attempts.map(({ sessionId, attemptId }) => [sessionId, attemptId ?? ""]),
  );
  const { rows } = await sql<AttemptRow>`
    select ${attemptColumns}
    from ${wanted} r
    cross join attempts a
    join outcomes o on o.id = a.outcome_id
    where a.session_id = r.session_id and a.attempt_id = r.attempt_id`.execute(work.tx);
  return new Map(
    rows.map((row) => {
      const attempt = attemptOf(row);
      return [attemptKey(attempt), { attempt, outcomeId: row.outcome_id }];
    }),
  );
}

/**
 * Most attempts grow by an event that names the same person. Their names are not written again, because that would touch
 * every index on them.
 */
async function writeAttempts(
  work: Work,
  after: readonly AttemptWithOutcome[],
  before: ReadonlyMap<string, AttemptWithOutcome>,
): Promise<void> {
  const { usual = [], renamed = [] } = Object.groupBy(after, ({ attempt }) => {
    const known = before.get(attemptKey(attempt))?.attempt;
    const isSame = known?.vendorData === attempt.vendorData && known.endUserId === attempt.endUserId;
    return known === undefined || isSame ? "usual" : "renamed";
  });
  const counted = sql`
    on conflict (session_id, attempt_id) do update set outcome_id = excluded.outcome_id,
      first_at = excluded.first_at, last_at = excluded.last_at, deliveries = excluded.deliveries`;
  const named = sql`${counted}, vendor_data = excluded.vendor_data, end_user_id = excluded.end_user_id`;
  if (usual.length > 0) await insertAttempts(work, usual, counted);
  if (renamed.length > 0) await insertAttempts(work, renamed, named);
}

async function insertAttempts(
  work: Work,
  attempts: readonly AttemptWithOutcome[],
  conflict: RawBuilder<unknown>,
): Promise<void> {
  const insert = work.flavour.insert(
    "attempts",
    {
      session_id: "text",
      attempt_id: "text",
      outcome_id: "bigint",
      vendor_data: "text",
      end_user_id: "text",
      first_at: "bigint",
      last_at: "bigint",
      deliveries: "bigint",
    },
    attempts.map(({ attempt: a, outcomeId }) => [
      a.sessionId,
      a.attemptId ?? "",
      outcomeId,
      a.vendorData,
      a.endUserId,
      a.firstAt,
      a.lastAt,
      a.deliveries,
    ]),
    conflict,
  );
  await insert.execute(work.tx);
}

/** Adds to the counts of hours and outcomes. What cancels out is not written. */
export async function addToCounts(
  work: Work,
  steps: readonly (readonly [hour: number, outcomeId: number, attempts: number])[],
): Promise<void> {
  const sums = new Map<string, [number, number, number]>();
  for (const [hour, outcomeId, attempts] of steps) {
    const sum = sums.get(`${hour} ${outcomeId}`) ?? [hour, outcomeId, 0];
    sum[2] += attempts;
    sums.set(`${hour} ${outcomeId}`, sum);
  }
  const changed = [...sums.values()].filter(([, , attempts]) => attempts !== 0);
  if (changed.length === 0) return;
  const insert = work.flavour.insert(
    "hour_counts",
    { hour: "bigint", outcome_id: "bigint", attempts: "bigint" },
    changed,
    sql`on conflict (hour, outcome_id) do update set attempts = hour_counts.attempts + excluded.attempts`,
  );
  await insert.execute(work.tx);
}

/** Sessions grow by what their attempts grew by. */
async function addToSessions(
  work: Work,
  added: ReadonlyMap<string, Attempt>,
  before: ReadonlyMap<string, AttemptWithOutcome>,
): Promise<void> {
  const grown = new Map<string, Session>();
  for (const [key, attempt] of added) {
    const part = { ...sessionOf(attempt), attempts: before.has(key) ? 0 : 1 };
    const known = grown.get(part.sessionId);
    grown.set(part.sessionId, known === undefined ? part : mergeSessions(known, part));
  }
  const ids = work.flavour.rows(
    { session_id: "text" },
    [...grown.keys()].map((id) => [id]),
  );
  const { rows: known } = await sql<SessionRow>`
    select s.* from ${ids} r cross join sessions s where s.session_id = r.session_id`.execute(work.tx);
  for (const row of known) {
    const session = sessionOfRow(row);
    grown.set(session.sessionId, mergeSessions(session, grown.get(session.sessionId) as Session));
  }
  const insert = work.flavour.insert(
    "sessions",
    {
      session_id: "text",
      attempts: "bigint",
      deliveries: "bigint",
      first_at: "bigint",
      last_at: "bigint",
      vendor_data: "text",
      end_user_id: "text",
      feature: "text",
    },
    [...grown.values()].map((s) => [
      s.sessionId,
      s.attempts,
      s.deliveries,
      s.firstAt,
      s.lastAt,
      s.vendorData,
      s.endUserId,
      s.feature,
    ]),
    sql`
      on conflict (session_id) do update set
        attempts = excluded.attempts, deliveries = excluded.deliveries,
        first_at = excluded.first_at, last_at = excluded.last_at,
        vendor_data = excluded.vendor_data, end_user_id = excluded.end_user_id,
        feature = excluded.feature`,
  );
  await insert.execute(work.tx);
}

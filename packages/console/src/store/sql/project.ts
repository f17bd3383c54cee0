import { type RawBuilder, sql } from "kysely";
import { type Attempt, addArrival, mergeAttempts } from "../../flow/attempt.ts";
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
import { addToKinds, type KnownKind, kindsOf, knownKinds, type PlacedArrival } from "./kinds.ts";
import { outcomeIds, outcomeText } from "./outcomes.ts";
import { mergeSessions, type SessionRow, sessionOf, sessionOfRow } from "./session-row.ts";

/**
 * Adds arrivals to kinds, attempts, sessions and counts: a few statements, however many arrivals.
 *
 * @param also - Statements to run along, given the ids of kinds by their texts.
 */
export async function project(
  work: Work,
  arrivals: readonly PlacedArrival[],
  also: (kinds: ReadonlyMap<string, number>) => readonly RawBuilder<unknown>[] = () => [],
): Promise<void> {
  if (arrivals.length === 0) return;
  const kinds = kindsOf(arrivals);
  const added = new Map<string, Attempt>();
  for (const arrival of arrivals) {
    const key = attemptKey(arrival.event);
    added.set(key, addArrival(added.get(key), arrival));
  }
  const [kindRows, attemptRows, sessionRows] = (await work.flavour.readAll(work.tx, [
    knownKinds(work, kinds),
    knownAttempts(work, [...added.values()]),
    knownSessions(work, [...added.values()]),
  ])) as [readonly KnownKind[], readonly AttemptRow[], readonly SessionRow[]];
  const before = new Map(
    attemptRows.map((row) => {
      const attempt = attemptOf(row);
      return [attemptKey(attempt), { attempt, outcomeId: row.outcome_id }];
    }),
  );
  const after = [...added].map(([key, attempt]) => {
    const known = before.get(key);
    return known === undefined ? attempt : mergeAttempts(known.attempt, attempt);
  });
  const { ids: kindIds, growth } = await addToKinds(work, kinds, kindRows);
  const ids = await outcomeIds(
    work,
    after.map(({ outcome }) => outcome),
  );
  const idOf = (attempt: Attempt) => ids.get(outcomeText(attempt.outcome)) as number;
  const steps = [
    ...[...before.values()].map(({ attempt, outcomeId }) => [hourOf(attempt), outcomeId, -1] as const),
    ...after.map((attempt) => [hourOf(attempt), idOf(attempt), 1] as const),
  ];
  await work.flavour.writeAll(work.tx, [
    ...also(kindIds),
    ...growth,
    ...attemptUpserts(
      work,
      after.map((attempt) => ({ attempt, outcomeId: idOf(attempt) })),
      before,
    ),
    ...countSteps(work, steps),
    sessionUpsert(work, grownSessions(added, before, sessionRows)),
  ]);
}

function knownAttempts(work: Work, attempts: readonly Attempt[]): RawBuilder<AttemptRow> {
  const wanted = work.flavour.rows(
    { session_id: "text", attempt_id: "text" },
    attempts.map(({ sessionId, attemptId }) => [sessionId, attemptId ?? ""]),
  );
  return sql<AttemptRow>`
    select ${attemptColumns}
    from ${wanted} r
    cross join attempts a
    join outcomes o on o.id = a.outcome_id
    where a.session_id = r.session_id and a.attempt_id = r.attempt_id`;
}

function knownSessions(work: Work, attempts: readonly Attempt[]): RawBuilder<SessionRow> {
  const ids = new Set(attempts.map(({ sessionId }) => sessionId));
  const wanted = work.flavour.rows(
    { session_id: "text" },
    [...ids].map((id) => [id]),
  );
  return sql<SessionRow>`select s.* from ${wanted} r cross join sessions s where s.session_id = r.session_id`;
}

/**
 * Most attempts grow by an event that names the same person. Their names are not written again, because that would touch
 * every index on them.
 */
function attemptUpserts(
  work: Work,
  after: readonly AttemptWithOutcome[],
  before: ReadonlyMap<string, AttemptWithOutcome>,
): readonly RawBuilder<unknown>[] {
  const { usual = [], renamed = [] } = Object.groupBy(after, ({ attempt }) => {
    const known = before.get(attemptKey(attempt))?.attempt;
    const isSame = known?.vendorData === attempt.vendorData && known.endUserId === attempt.endUserId;
    return known === undefined || isSame ? "usual" : "renamed";
  });
  const counted = sql`
    on conflict (session_id, attempt_id) do update set outcome_id = excluded.outcome_id,
      first_at = excluded.first_at, last_at = excluded.last_at, deliveries = excluded.deliveries`;
  const named = sql`${counted}, vendor_data = excluded.vendor_data, end_user_id = excluded.end_user_id`;
  return [
    ...(usual.length > 0 ? [attemptUpsert(work, usual, counted)] : []),
    ...(renamed.length > 0 ? [attemptUpsert(work, renamed, named)] : []),
  ];
}

function attemptUpsert(
  work: Work,
  attempts: readonly AttemptWithOutcome[],
  conflict: RawBuilder<unknown>,
): RawBuilder<unknown> {
  return work.flavour.insert(
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
}

/** What adds to the counts of hours and of days. What cancels out is not written. */
export function countSteps(
  work: Work,
  steps: readonly (readonly [hour: number, outcomeId: number, attempts: number])[],
): readonly RawBuilder<unknown>[] {
  const days = steps.map(([hour, outcomeId, attempts]) => [Math.floor(hour / 24), outcomeId, attempts] as const);
  return [...countUpsert(work, "hour", steps), ...countUpsert(work, "day", days)];
}

function countUpsert(
  work: Work,
  unit: "hour" | "day",
  steps: readonly (readonly [at: number, outcomeId: number, attempts: number])[],
): readonly RawBuilder<unknown>[] {
  const sums = new Map<string, [number, number, number]>();
  for (const [at, outcomeId, attempts] of steps) {
    const sum = sums.get(`${at} ${outcomeId}`) ?? [at, outcomeId, 0];
    sum[2] += attempts;
    sums.set(`${at} ${outcomeId}`, sum);
  }
  const changed = [...sums.values()].filter(([, , attempts]) => attempts !== 0);
  if (changed.length === 0) return [];
  const table = `${unit}_counts` as const;
  const grown = sql`${sql.ref(`${table}.attempts`)} + excluded.attempts`;
  return [
    work.flavour.insert(
      table,
      { [unit]: "bigint", outcome_id: "bigint", attempts: "bigint" },
      changed,
      sql`on conflict (${sql.ref(unit)}, outcome_id) do update set attempts = ${grown}`,
    ),
  ];
}

/** Sessions grow by what their attempts grew by. */
function grownSessions(
  added: ReadonlyMap<string, Attempt>,
  before: ReadonlyMap<string, AttemptWithOutcome>,
  known: readonly SessionRow[],
): readonly Session[] {
  const grown = new Map<string, Session>();
  for (const [key, attempt] of added) {
    const part = { ...sessionOf(attempt), attempts: before.has(key) ? 0 : 1 };
    const other = grown.get(part.sessionId);
    grown.set(part.sessionId, other === undefined ? part : mergeSessions(other, part));
  }
  for (const row of known) {
    const session = sessionOfRow(row);
    grown.set(session.sessionId, mergeSessions(session, grown.get(session.sessionId) as Session));
  }
  return [...grown.values()];
}

function sessionUpsert(work: Work, sessions: readonly Session[]): RawBuilder<unknown> {
  return work.flavour.insert(
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
    sessions.map((s) => [
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
}

import { type RawBuilder, sql } from "kysely";
import { type Milliseconds, shortestId } from "../../flow/delivery.ts";
import type { Erased, Subject } from "../event-store.ts";
import { takePositions } from "./append.ts";
import { hour } from "./attempt-row.ts";
import type { Work } from "./flavour.ts";
import { keepableId } from "./keepable.ts";
import { type RemovedKind, takeFromKinds } from "./kinds-left.ts";
import { countSteps } from "./project.ts";

/** Erases a subject, inside a transaction. */
export async function erase(work: Work, subject: Subject): Promise<Erased> {
  await takePositions(work, 0);
  const ids = await sessionsOf(work, subject);
  const quarantined = await sql`
    delete from quarantined where ${isQuarantinedAbout(work, subject, ids)}`.execute(work.tx);
  const accepted = await removeSessions(work, ids);
  await removeUnusedOutcomes(work);
  await countErasure(work);
  return { sessions: accepted.sessions, deliveries: accepted.deliveries + Number(quarantined.numAffectedRows) };
}

/** What erasing a subject would remove. */
export async function erasable(work: Work, subject: Subject): Promise<Erased> {
  const ids = await sessionsOf(work, subject);
  const { rows } = await sql<Erased & { quarantined: number }>`
    select cast(count(*) as bigint) as sessions, cast(coalesce(sum(deliveries), 0) as bigint) as deliveries,
      (select cast(count(*) as bigint) from quarantined where ${isQuarantinedAbout(work, subject, ids)}) as quarantined
    from sessions where session_id in (select r.session_id from ${sessionRows(work, ids)} r)`.execute(work.tx);
  const { sessions, deliveries, quarantined } = rows[0] as Erased & { quarantined: number };
  return { sessions, deliveries: deliveries + quarantined };
}

async function sessionsOf({ tx }: Work, subject: Subject): Promise<readonly string[]> {
  if ("sessionId" in subject) return [keepableId(subject.sessionId)];
  const id = keepableId(subject.endUserId);
  const rows = await tx.selectFrom("attempts").select("session_id").distinct().where("end_user_id", "=", id).execute();
  return rows.map(({ session_id }) => session_id);
}

/** What was read as one of the sessions' events later, and what mentions an id. There is no index: every body is read, once. */
function isQuarantinedAbout(work: Work, subject: Subject, ids: readonly string[]): RawBuilder<unknown> {
  const { flavour } = work;
  const mentioned = "endUserId" in subject ? [...ids, subject.endUserId] : ids;
  const names = flavour.rows(
    { id: "bytes" },
    mentioned.filter((one) => one.length >= shortestId).map((one) => [Buffer.from(one)]),
  );
  return sql`(
    reprocessed_as in (
      select d.position from deliveries d where d.session_id in (select r.session_id from ${sessionRows(work, ids)} r)
    ) or (body is not null and exists (select 1 from ${names} r where ${flavour.contains(sql`body`, sql`r.id`)}))
  )`;
}

/** Few enough for other writers not to wait long. */
const step = 200;

/** One step of pruning: removes some of what is older, and gives what it was, or null when nothing is left. */
export async function pruneSome(work: Work, before: Milliseconds): Promise<Erased | null> {
  await takePositions(work, 0);
  const old = await work.tx
    .selectFrom("sessions")
    .select("session_id")
    .where("last_at", "<", before)
    .orderBy("last_at")
    .limit(step)
    .execute();
  if (old.length > 0) {
    await countErasure(work);
    return removeSessions(
      work,
      old.map(({ session_id }) => session_id),
    );
  }
  let deliveries = 0;
  for (const table of ["quarantined", "rejected"] as const) {
    const { numAffectedRows } = await sql`
      delete from ${sql.table(table)} where position in (
        select position from ${sql.table(table)} where received_at < ${before} limit ${step}
      )`.execute(work.tx);
    deliveries += Number(numAffectedRows);
  }
  if (deliveries > 0) {
    await countErasure(work);
    return { sessions: 0, deliveries };
  }
  await removeUnusedOutcomes(work);
  return null;
}

/** Tells every process that what it holds in memory may be gone. */
async function countErasure({ tx }: Work): Promise<void> {
  await tx
    .updateTable("counter")
    .set(({ eb }) => ({ erasures: eb("erasures", "+", 1) }))
    .where("id", "=", 1)
    .execute();
}

/** Removes sessions with all that is kept about them, and takes it out of every number. */
async function removeSessions(work: Work, ids: readonly string[]): Promise<Erased> {
  const { tx } = work;
  const sessions = sessionRows(work, ids);
  const isTheirs = sql`session_id in (select r.session_id from ${sessions} r)`;
  const { rows: kinds } = await sql<RemovedKind>`
    select kind_id, cast(count(*) as bigint) as deliveries, min(received_at) as first_at, max(received_at) as last_at
    from deliveries where ${isTheirs} group by kind_id`.execute(tx);
  const { rows: counted } = await sql<{ hour: number; outcome_id: number; attempts: number }>`
    select first_at / ${sql.lit(hour)} as hour, outcome_id, cast(count(*) as bigint) as attempts
    from attempts where ${isTheirs} group by 1, 2`.execute(tx);

  await sql`delete from deliveries where ${isTheirs}`.execute(tx);
  await sql`delete from attempts where ${isTheirs}`.execute(tx);
  const removed = await sql`delete from sessions where ${isTheirs}`.execute(tx);
  const steps = counted.map((row) => [row.hour, row.outcome_id, -row.attempts] as const);
  for (const step of countSteps(work, steps)) await step.execute(tx);
  const hours = [...new Set(counted.map((row) => row.hour))];
  if (hours.length > 0) {
    const days = [...new Set(hours.map((one) => Math.floor(one / 24)))];
    await tx.deleteFrom("hour_counts").where("hour", "in", hours).where("attempts", "=", 0).execute();
    await tx.deleteFrom("day_counts").where("day", "in", days).where("attempts", "=", 0).execute();
  }
  await takeFromKinds(work, kinds, new Set(ids));
  return {
    sessions: Number(removed.numAffectedRows),
    deliveries: kinds.reduce((sum, { deliveries }) => sum + deliveries, 0),
  };
}

/** An outcome may be the last trace of a value that only one session carried. */
export async function removeUnusedOutcomes({ tx }: Work): Promise<void> {
  await sql`
    delete from outcomes where not exists (select 1 from attempts a where a.outcome_id = outcomes.id)`.execute(tx);
}

function sessionRows({ flavour }: Work, ids: readonly string[]) {
  return flavour.rows(
    { session_id: "text" },
    ids.map((id) => [id]),
  );
}

import { sql } from "kysely";
import type { Milliseconds } from "../../flow/delivery.ts";
import type { Work } from "./flavour.ts";
import { type Example, firstThree, type Tally, type TallyRow, tallyOf, tallyUpdate } from "./kinds.ts";

/** What was removed of one kind. */
export interface RemovedKind {
  readonly kind_id: number;
  readonly deliveries: number;
  readonly first_at: Milliseconds;
  readonly last_at: Milliseconds;
}

/** Takes removed deliveries out of their kinds. Only where they were the first, the last or an example, others are looked for. */
export async function takeFromKinds(
  work: Work,
  removed: readonly RemovedKind[],
  sessions: ReadonlySet<string>,
): Promise<void> {
  if (removed.length === 0) return;
  const ids = removed.map(({ kind_id }) => kind_id);
  const known = await work.tx
    .selectFrom("kinds")
    .select(["id", "deliveries", "first_at", "last_at", "examples"])
    .where("id", "in", ids)
    .execute();
  const byId = new Map(known.map((row) => [row.id, row]));
  const left: (readonly [number, Tally])[] = [];
  const unsure: (readonly [number, number])[] = [];
  for (const gone of removed) {
    const row = byId.get(gone.kind_id) as TallyRow;
    const deliveries = row.deliveries - gone.deliveries;
    const tally = tallyOf(row);
    if (deliveries === 0) continue;
    const isEdge = gone.first_at === tally.firstAt || gone.last_at === tally.lastAt;
    const isExample = tally.examples.some(([id]) => sessions.has(id));
    if (isEdge || isExample) unsure.push([gone.kind_id, deliveries]);
    else left.push([gone.kind_id, { ...tally, deliveries }]);
  }
  const tallies = [...left, ...(await talliesOf(work, unsure))];
  if (tallies.length > 0) await tallyUpdate(work, tallies).execute(work.tx);
  const kept = new Set([...left, ...unsure].map(([id]) => id));
  const empty = ids.filter((id) => !kept.has(id));
  if (empty.length > 0) await work.tx.deleteFrom("kinds").where("id", "in", empty).execute();
}

/** So many of the first deliveries of a kind hold three sessions, unless one session sent the same again and again. */
const looked = 20;

async function talliesOf(
  work: Work,
  kinds: readonly (readonly [id: number, deliveries: number])[],
): Promise<readonly (readonly [number, Tally])[]> {
  if (kinds.length === 0) return [];
  const ids = sql.join(kinds.map(([id]) => id));
  const { rows: times } = await sql<{ id: number; first_at: Milliseconds; last_at: Milliseconds }>`
    select k.id,
      (select min(d.received_at) from deliveries d where d.kind_id = k.id) as first_at,
      (select max(d.received_at) from deliveries d where d.kind_id = k.id) as last_at
    from kinds k where k.id in (${ids})`.execute(work.tx);
  const { rows: first } = await sql<ExampleRow & { kind_id: number }>`
    select d.kind_id, d.session_id, d.received_at, d.position from kinds k join deliveries d on d.kind_id = k.id
    where k.id in (${ids}) and d.position in (
      select x.position from deliveries x where x.kind_id = k.id order by x.received_at, x.position limit ${looked}
    )`.execute(work.tx);
  const found = Map.groupBy(first, ({ kind_id }) => kind_id);
  const timesOf = new Map(times.map((row) => [row.id, row]));
  return Promise.all(
    kinds.map(async ([id, deliveries]) => {
      const { first_at, last_at } = timesOf.get(id) as (typeof times)[number];
      const rows = found.get(id) ?? [];
      const some = firstThree(rows.map(exampleOf));
      const examples = some.length === 3 || rows.length < looked ? some : await moreExamples(work, id, some);
      return [id, { deliveries, firstAt: first_at, lastAt: last_at, examples }] as const;
    }),
  );
}

/** Goes on from the sessions that were found, one by one. */
async function moreExamples(work: Work, kind: number, some: readonly Example[]): Promise<readonly Example[]> {
  const examples = [...some];
  while (examples.length < 3) {
    const row = await work.tx
      .selectFrom("deliveries")
      .select(["session_id", "received_at", "position"])
      .where("kind_id", "=", kind)
      .where(
        "session_id",
        "not in",
        examples.map(([id]) => id),
      )
      .orderBy("received_at")
      .orderBy("position")
      .limit(1)
      .executeTakeFirst();
    if (row === undefined) break;
    examples.push(exampleOf(row));
  }
  return examples;
}

interface ExampleRow {
  readonly session_id: string;
  readonly received_at: Milliseconds;
  readonly position: number;
}

function exampleOf({ session_id, received_at, position }: ExampleRow): Example {
  return [session_id, received_at, position];
}

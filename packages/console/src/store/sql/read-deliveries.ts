import { sql } from "kysely";
import type { DeliveryRow, KeptAccepted, KeptDelivery, Position, Verdict } from "../../flow/delivery.ts";
import type { DeliveryQuery, Page } from "../event-store.ts";
import { actionHash } from "./append.ts";
import { positionOf } from "./cursor.ts";
import { acceptedRows, facts, quarantinedOf, rejectedOf, rowOf } from "./delivery-row.ts";
import type { Work } from "./flavour.ts";
import { keepableFact, keepableText } from "./keepable.ts";

interface Place {
  readonly position: Position;
  readonly verdict: Verdict;
}

export async function feed(work: Work, after: Position, limit: number): Promise<readonly DeliveryRow[]> {
  const part = (table: Verdict) => sql`
    select * from (
      select position, ${sql.lit(table)} as verdict from ${tableOf(table)}
      where position > ${after} order by position limit ${limit}
    ) ${sql.ref(table)}`;
  // One statement, so that all three tables are seen as they were at one moment.
  const { rows } = await sql<Place>`
    ${part("accepted")} union all ${part("quarantined")} union all ${part("rejected")}
    order by position limit ${limit}`.execute(work.tx);
  return rowsAt(work, rows);
}

export async function deliveries(work: Work, query: DeliveryQuery): Promise<Page<DeliveryRow>> {
  const { limit, verdict, why, action, toReadAgain } = query;
  const before = query.cursor === undefined ? Number.MAX_SAFE_INTEGER : positionOf(query.cursor);
  const wanted = verdicts.filter(
    (one) =>
      (verdict === undefined || one === verdict) &&
      (action === undefined || one === "accepted") &&
      (why === undefined || one !== "accepted") &&
      (!toReadAgain || one === "quarantined"),
  );
  const left = toReadAgain ? sql`and reprocessed_as is null and body is not null` : sql``;
  const parts = wanted.map((one) => {
    const whys = why === undefined ? sql`` : sql`and why = ${keepableText(why)}`;
    const actions =
      action === undefined
        ? sql``
        : sql`and action_hash = ${actionHash(keepableFact(action))}
            and kind_id in (select id from kinds where action = ${keepableFact(action)})`;
    return sql`select * from (
      select position, ${sql.lit(one)} as verdict from ${tableOf(one)}
      where position < ${before} ${one === "accepted" ? actions : whys} ${left}
      order by position desc limit ${limit + 1}
    ) ${sql.ref(one)}`;
  });
  if (parts.length === 0) return { items: [], next: null };
  const { rows } = await sql<Place>`
    ${sql.join(parts, sql` union all `)} order by position desc limit ${limit + 1}`.execute(work.tx);
  const shown = rows.slice(0, limit);
  const items = await rowsAt(work, shown);
  return { items, next: rows.length > limit ? String(shown.at(-1)?.position) : null };
}

export async function delivery(work: Work, position: Position): Promise<KeptDelivery | null> {
  const { tx } = work;
  const [accepted] = await acceptedRows(work, sql`d.position = ${position}`, sql`limit 1`);
  if (accepted !== undefined) return accepted;
  const quarantined = await tx
    .selectFrom("quarantined")
    .selectAll()
    .where("position", "=", position)
    .executeTakeFirst();
  if (quarantined !== undefined) return quarantinedOf(quarantined);
  const rejected = await tx.selectFrom("rejected").selectAll().where("position", "=", position).executeTakeFirst();
  return rejected === undefined ? null : rejectedOf(rejected);
}

export async function sessionDeliveries(work: Work, id: string, limit: number): Promise<readonly KeptAccepted[]> {
  return acceptedRows(
    work,
    sql`d.session_id = ${id}`,
    sql`order by d.session_id, d.received_at, d.position limit ${limit}`,
  );
}

/** A page holds few enough for bodies of the greatest size. */
const exported = 200;

export async function* exportDeliveries(work: Work, after: Position): AsyncIterable<KeptAccepted> {
  for (let last = after; ; ) {
    const page = await acceptedRows(work, sql`d.position > ${last}`, sql`order by d.position limit ${exported}`);
    yield* page;
    if (page.length < exported) return;
    last = (page.at(-1) as KeptAccepted).position;
  }
}

const verdicts: readonly Verdict[] = ["accepted", "quarantined", "rejected"];

function tableOf(verdict: Verdict) {
  return sql.table(verdict === "accepted" ? "deliveries" : verdict);
}

/** The deliveries at some places, in the same order. What was erased in between is left out. */
async function rowsAt(work: Work, places: readonly Place[]): Promise<readonly DeliveryRow[]> {
  const at = (verdict: Verdict) => places.flatMap((one) => (one.verdict === verdict ? [one.position] : []));
  const found = new Map<Position, DeliveryRow>();
  const accepted = at("accepted");
  if (accepted.length > 0) {
    for (const row of await facts(work, accepted)) found.set(row.position, row);
  }
  const quarantined = at("quarantined");
  if (quarantined.length > 0) {
    const rows = await work.tx.selectFrom("quarantined").selectAll().where("position", "in", quarantined).execute();
    for (const row of rows) found.set(row.position, rowOf(quarantinedOf(row)));
  }
  const rejected = at("rejected");
  if (rejected.length > 0) {
    const rows = await work.tx.selectFrom("rejected").selectAll().where("position", "in", rejected).execute();
    for (const row of rows) found.set(row.position, rejectedOf(row));
  }
  return places.flatMap(({ position }) => found.get(position) ?? []);
}

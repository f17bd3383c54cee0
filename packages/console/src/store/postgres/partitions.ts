import { type Kysely, sql } from "kysely";
import pg from "pg";
import type { Milliseconds } from "../../flow/delivery.ts";
import type { Tables } from "../sql/tables.ts";

/** The advisory lock under which tables and partitions are made: by one process after the other. */
export const tablesLock = 7_009_001;

/** Whether an insert found no partition for a moment: the first delivery of a month does. */
export function lacksPartition(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === "23514" && error.constraint === undefined;
}

/** Makes the partitions of the months in which the moments lie. */
export async function makePartitions(db: Kysely<Tables>, moments: readonly Milliseconds[]): Promise<void> {
  const months = new Map(moments.map((moment) => [monthOf(moment).name, monthOf(moment)]));
  await db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(tablesLock)})`.execute(tx);
    for (const { name, from, to } of months.values()) {
      await sql`
        create table if not exists ${sql.table(name)}
        partition of deliveries for values from (${sql.lit(from)}) to (${sql.lit(to)})`.execute(tx);
    }
  });
}

function monthOf(moment: Milliseconds): { readonly name: string; readonly from: number; readonly to: number } {
  const date = new Date(moment);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  const name = `deliveries_${year}_${String(month + 1).padStart(2, "0")}`;
  return { name, from: Date.UTC(year, month), to: Date.UTC(year, month + 1) };
}

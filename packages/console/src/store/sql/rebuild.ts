import { sql } from "kysely";
import type { Position } from "../../flow/delivery.ts";
import { takePositions } from "./append.ts";
import type { Work } from "./flavour.ts";
import type { PlacedArrival } from "./kinds.ts";
import { project } from "./project.ts";
import { removeUnusedOutcomes } from "./remove.ts";

/** Deliveries that are read and added at once. */
const chunk = 5_000;

/**
 * Adds up all deliveries anew, in the same way as they were added when they arrived, inside one transaction: whoever reads
 * meanwhile sees the old numbers, and who appends waits.
 */
export async function rebuild(work: Work, onProgress: (done: number, of: number) => void): Promise<void> {
  const { tx } = work;
  await takePositions(work, 0);
  const { of } = await tx
    .selectFrom("kinds")
    .select((eb) => eb.fn.coalesce(sql<number>`cast(sum(deliveries) as bigint)`, sql<number>`0`).as("of"))
    .executeTakeFirstOrThrow();
  for (const table of ["attempts", "sessions", "hour_counts", "day_counts"] as const)
    await tx.deleteFrom(table).execute();
  await tx.updateTable("kinds").set({ deliveries: 0, examples: "[]" }).execute();
  let done = 0;
  for (let after: Position = 0; ; ) {
    const arrivals = await arrivalsAfter(work, after);
    const last = arrivals.at(-1);
    if (last === undefined) break;
    await project(work, arrivals);
    after = last.position;
    done += arrivals.length;
    onProgress(done, of);
  }
  await tx.deleteFrom("kinds").where("deliveries", "=", 0).execute();
  await removeUnusedOutcomes(work);
}

async function arrivalsAfter({ tx }: Work, after: Position): Promise<readonly PlacedArrival[]> {
  const { rows } = await sql<{
    position: Position;
    received_at: number;
    session_id: string;
    attempt_id: string | null;
    vendor_data: string | null;
    end_user_id: string | null;
    action: string;
    code: string;
    feature: string | null;
    reason: string | null;
    state: string | null;
  }>`
    select d.position, d.received_at, d.session_id, d.attempt_id, d.vendor_data, d.end_user_id,
      k.action, k.code, k.feature, k.reason, k.state
    from deliveries d join kinds k on k.id = d.kind_id
    where d.position > ${after} order by d.position limit ${chunk}`.execute(tx);
  return rows.map((row) => ({
    position: row.position,
    receivedAt: row.received_at,
    event: {
      sessionId: row.session_id,
      attemptId: row.attempt_id,
      action: row.action,
      code: Number(row.code),
      feature: row.feature,
      reason: row.reason,
      state: row.state,
      vendorData: row.vendor_data,
      endUserId: row.end_user_id,
    },
  }));
}

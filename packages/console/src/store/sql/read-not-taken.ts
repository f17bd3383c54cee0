import { sql } from "kysely";
import { countedQuarantined, type NotTaken, type NotTakenSince } from "../event-store.ts";
import type { Work } from "./flavour.ts";

/** Kinds are few, of rejected deliveries only the newest are kept, and the others are not counted to the end. */
export async function notTaken({ tx }: Work, since: NotTakenSince): Promise<NotTaken> {
  const [accepted, rejected, quarantined] = await Promise.all([
    tx
      .selectFrom("kinds")
      .select(({ fn }) => fn.max("last_at").as("at"))
      .executeTakeFirst(),
    sql<{ why: string; deliveries: number }>`
      select why, count(*) as deliveries from rejected where received_at >= ${since.rejected}
      group by why order by count(*) desc, why`.execute(tx),
    sql<{ deliveries: number }>`
      select count(*) as deliveries from (
        select 1 from quarantined where received_at >= ${since.quarantined} and reprocessed_as is null
        limit ${countedQuarantined}
      ) q`.execute(tx),
  ]);
  return {
    acceptedAt: accepted?.at ?? null,
    rejected: rejected.rows,
    quarantined: quarantined.rows[0]?.deliveries ?? 0,
  };
}

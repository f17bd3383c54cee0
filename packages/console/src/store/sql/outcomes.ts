import { sql } from "kysely";
import type { Outcome } from "../../flow/outcome.ts";
import type { Work } from "./flavour.ts";
import { sha256 } from "./keepable.ts";

export function outcomeText({ feature, seen, action, reason, state }: Outcome): string {
  return JSON.stringify([feature, seen, action, reason, state]);
}

/** The ids of outcomes by their texts; of those that are new, ids are made. */
export async function outcomeIds(work: Work, outcomes: readonly Outcome[]): Promise<ReadonlyMap<string, number>> {
  const wanted = new Map(outcomes.map((outcome) => [outcomeText(outcome), outcome]));
  const texts = new Map([...wanted.keys()].map((text) => [sha256(text), text]));
  const keys = work.flavour.rows(
    { key: "text" },
    [...texts.keys()].map((key) => [key]),
  );
  const { rows: known } = await sql<{ id: number; key: string }>`
    select outcomes.id, outcomes.key from outcomes where outcomes.key in (select r.key from ${keys} r)`.execute(
    work.tx,
  );
  const ids = new Map(known.map(({ id, key }) => [texts.get(key) as string, id]));
  const fresh = [...texts].filter(([, text]) => !ids.has(text));
  if (fresh.length === 0) return ids;
  const made = await work.tx
    .insertInto("outcomes")
    .values(
      fresh.map(([key, text]) => {
        const { feature, seen, action, reason, state } = wanted.get(text) as Outcome;
        return { key, feature, seen, action, reason, state };
      }),
    )
    .returning(["id", "key"])
    .execute();
  for (const { id, key } of made) ids.set(texts.get(key) as string, id);
  return ids;
}

import { type RawBuilder, sql } from "kysely";
import { lowestSecretId, type Milliseconds, type SecretId } from "../../flow/delivery.ts";
import type { SecretUse } from "../event-store.ts";
import type { Work } from "./flavour.ts";

/** In the column, where the secret is not known. */
const unknown = 0;

export function secretColumn(id: SecretId | null): number {
  return id ?? unknown;
}

export function secretIdOf(column: number): SecretId | null {
  return column < lowestSecretId ? null : column;
}

/** What adds arrivals to the use of their secrets: statements to run along. */
export function secretSteps(
  work: Work,
  arrivals: readonly { readonly secretId: SecretId | null; readonly receivedAt: Milliseconds }[],
): readonly RawBuilder<unknown>[] {
  const known = arrivals.flatMap(({ secretId, receivedAt }) => (secretId === null ? [] : [{ secretId, receivedAt }]));
  if (known.length === 0) return [];
  const rows = [...Map.groupBy(known, ({ secretId }) => secretId)].map(([id, used]) => {
    const moments = used.map(({ receivedAt }) => receivedAt);
    return [id, used.length, Math.min(...moments), Math.max(...moments)];
  });
  return [
    work.flavour.insert(
      "secrets",
      { id: "bigint", deliveries: "bigint", first_at: "bigint", last_at: "bigint" },
      rows,
      sql`
        on conflict (id) do update set deliveries = secrets.deliveries + excluded.deliveries,
          first_at = case when excluded.first_at < secrets.first_at then excluded.first_at else secrets.first_at end,
          last_at = case when excluded.last_at > secrets.last_at then excluded.last_at else secrets.last_at end`,
    ),
  ];
}

export async function secrets({ tx }: Work): Promise<readonly SecretUse[]> {
  const rows = await tx.selectFrom("secrets").selectAll().orderBy("id").execute();
  return rows.map(({ id, deliveries, first_at, last_at }) => ({
    id,
    deliveries,
    firstAt: first_at,
    lastAt: last_at,
  }));
}

import { type RawBuilder, type Selectable, sql } from "kysely";
import type {
  DeliveryRow,
  KeptAccepted,
  KeptHeaders,
  KeptQuarantined,
  KeptRejected,
  KeptWarning,
  Position,
} from "../../flow/delivery.ts";
import type { Work } from "./flavour.ts";
import { secretIdOf } from "./secrets.ts";
import type { Tables } from "./tables.ts";

type AcceptedRow = Omit<Selectable<Tables["deliveries"]>, "kind_id" | "action_hash" | "body"> & {
  readonly action: string;
  readonly code: string;
  readonly feature: string | null;
  readonly reason: string | null;
  readonly state: string | null;
};

const columns = sql`
  d.position, d.session_id, d.attempt_id, d.received_at, d.vendor_data, d.end_user_id, d.headers, d.secret_id,
  d.digest, d.size, d.warnings, d.catalog_version, k.action, k.code, k.feature, k.reason, k.state`;

/** Accepted deliveries `d` with their bodies. */
export async function acceptedRows(
  { tx }: Work,
  where: RawBuilder<unknown>,
  order: RawBuilder<unknown>,
): Promise<readonly KeptAccepted[]> {
  const { rows } = await sql<AcceptedRow & { readonly body: Uint8Array }>`
    select ${columns}, d.body from deliveries d join kinds k on k.id = d.kind_id where ${where} ${order}`.execute(tx);
  return rows.map((row) => ({ ...acceptedOf(row), body: plainBytes(row.body) }));
}

/** Accepted deliveries at some positions, without their bodies. */
export async function facts({ tx }: Work, positions: readonly Position[]): Promise<readonly DeliveryRow[]> {
  const { rows } = await sql<AcceptedRow>`
    select ${columns} from deliveries d join kinds k on k.id = d.kind_id
    where d.position in (${sql.join(positions)})`.execute(tx);
  return rows.map((row) => ({ ...acceptedOf(row), hasBody: true }));
}

function acceptedOf(row: AcceptedRow): Omit<KeptAccepted, "body"> {
  return {
    verdict: "accepted",
    position: row.position,
    receivedAt: row.received_at,
    headers: JSON.parse(row.headers) as KeptHeaders,
    secretId: secretIdOf(row.secret_id),
    digest: row.digest,
    size: row.size,
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
    warnings: JSON.parse(row.warnings) as readonly KeptWarning[],
    catalogVersion: row.catalog_version,
  };
}

export function quarantinedOf(row: Selectable<Tables["quarantined"]>): KeptQuarantined {
  return {
    verdict: "quarantined",
    position: row.position,
    receivedAt: row.received_at,
    headers: JSON.parse(row.headers) as KeptHeaders,
    secretId: secretIdOf(row.secret_id),
    digest: row.digest,
    size: row.size,
    why: row.why as KeptQuarantined["why"],
    keys: JSON.parse(row.keys) as readonly string[],
    body: row.body === null ? null : plainBytes(row.body),
    reprocessedAs: row.reprocessed_as,
  };
}

export function rejectedOf(row: Selectable<Tables["rejected"]>): KeptRejected {
  const { position, received_at, why, status, size } = row;
  return { verdict: "rejected", position, receivedAt: received_at, why, status, size };
}

export function rowOf({ body, ...quarantined }: KeptQuarantined): DeliveryRow {
  return { ...quarantined, hasBody: body !== null };
}

/** Of a driver's own kind of bytes, the plain kind that every driver gives. */
function plainBytes(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

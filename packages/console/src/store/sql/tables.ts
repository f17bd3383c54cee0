import type { Generated } from "kysely";
import type { Milliseconds, Position, SecretId } from "../../flow/delivery.ts";
import type { SeenBits } from "../../flow/outcome.ts";

/** The tables, the same for every driver. Moments are milliseconds, `hour` and `day` are whole ones since 1970, JSON is text. */
export interface Tables {
  counter: { id: 1; head: Position; erasures: Generated<number> };
  kinds: KindTable;
  deliveries: DeliveryTable;
  quarantined: QuarantinedTable;
  rejected: RejectedTable;
  outcomes: OutcomeTable;
  attempts: AttemptTable;
  sessions: SessionTable;
  hour_counts: { hour: number; outcome_id: number; attempts: number };
  day_counts: { day: number; outcome_id: number; attempts: number };
  audits: { id: Generated<number>; at: Milliseconds; who: string; what: string; subject: string | null };
  keys: { name: string; bytes: Uint8Array };
  secrets: { id: SecretId; deliveries: number; first_at: Milliseconds; last_at: Milliseconds };
  ended_sign_ins: { id: string; until: Milliseconds };
  catalogs: { id: Generated<number>; version: string; first_run_at: Milliseconds; json: string };
}

/** A kind of event: what deliveries have in common beside ids and time. Seen values are made of these rows. */
interface KindTable {
  id: Generated<number>;
  /** SHA-256 of the five values, so that a key has one length whatever was sent. */
  key: string;
  action: string;
  /** Its decimal digits: a code may be any JSON number. */
  code: string;
  feature: string | null;
  reason: string | null;
  state: string | null;
  deliveries: number;
  first_at: Milliseconds;
  last_at: Milliseconds;
  /** JSON of the first three sessions that carried it: id, moment, position. */
  examples: string;
}

/** Accepted deliveries. Only ever inserted, or deleted for good. */
interface DeliveryTable {
  position: Position;
  session_id: string;
  attempt_id: string | null;
  received_at: Milliseconds;
  kind_id: number;
  /** The first 31 bits of the action's SHA-256: a short key to list one action by. */
  action_hash: number;
  vendor_data: string | null;
  end_user_id: string | null;
  headers: string;
  /** The store's number of a secret; below 1,000 for none that is known. */
  secret_id: number;
  digest: string;
  size: number;
  body: Uint8Array;
  warnings: string;
  catalog_version: string;
}

interface QuarantinedTable {
  position: Position;
  received_at: Milliseconds;
  why: string;
  headers: string;
  /** The store's number of a secret; below 1,000 for none that is known. */
  secret_id: number;
  digest: string;
  size: number;
  keys: string;
  body: Uint8Array | null;
  reprocessed_as: Position | null;
}

interface RejectedTable {
  position: Position;
  received_at: Milliseconds;
  why: string;
  status: number;
  size: number | null;
}

interface OutcomeTable {
  id: Generated<number>;
  /** SHA-256 of the five values. */
  key: string;
  feature: string | null;
  seen: SeenBits;
  action: string;
  reason: string | null;
  state: string | null;
}

interface AttemptTable {
  session_id: string;
  /** Empty for events that do not name their attempt: a key has no nulls. */
  attempt_id: string;
  outcome_id: number;
  vendor_data: string | null;
  end_user_id: string | null;
  first_at: Milliseconds;
  last_at: Milliseconds;
  deliveries: number;
}

interface SessionTable {
  session_id: string;
  attempts: number;
  deliveries: number;
  first_at: Milliseconds;
  last_at: Milliseconds;
  vendor_data: string | null;
  end_user_id: string | null;
  feature: string | null;
}

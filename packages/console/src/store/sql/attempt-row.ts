import { sql } from "kysely";
import type { Attempt } from "../../flow/attempt.ts";
import type { Milliseconds } from "../../flow/delivery.ts";
import type { OutcomeId } from "../event-store.ts";

export interface AttemptWithOutcome {
  readonly attempt: Attempt;
  readonly outcomeId: OutcomeId;
}

/** An attempt `a` with its outcome `o`. */
export interface AttemptRow {
  readonly session_id: string;
  readonly attempt_id: string;
  readonly outcome_id: OutcomeId;
  readonly vendor_data: string | null;
  readonly end_user_id: string | null;
  readonly first_at: Milliseconds;
  readonly last_at: Milliseconds;
  readonly deliveries: number;
  readonly feature: string | null;
  readonly seen: number;
  readonly action: string;
  readonly reason: string | null;
  readonly state: string | null;
}

export const attemptColumns = sql`
  a.session_id, a.attempt_id, a.outcome_id, a.vendor_data, a.end_user_id, a.first_at, a.last_at, a.deliveries,
  o.feature, o.seen, o.action, o.reason, o.state`;

export function attemptOf(row: AttemptRow): Attempt {
  const { feature, seen, action, reason, state } = row;
  return {
    sessionId: row.session_id,
    attemptId: row.attempt_id === "" ? null : row.attempt_id,
    outcome: { feature, seen, action, reason, state },
    vendorData: row.vendor_data,
    endUserId: row.end_user_id,
    firstAt: row.first_at,
    lastAt: row.last_at,
    deliveries: row.deliveries,
  };
}

/** Tells attempts apart. */
export function attemptKey({ sessionId, attemptId }: Pick<Attempt, "sessionId" | "attemptId">): string {
  return JSON.stringify([sessionId, attemptId]);
}

export const hour = 3_600_000;

export function hourOf({ firstAt }: Attempt): number {
  return Math.floor(firstAt / hour);
}

import type { Selectable } from "kysely";
import type { Attempt } from "../../flow/attempt.ts";
import type { Session } from "../event-store.ts";
import type { Tables } from "./tables.ts";

export type SessionRow = Selectable<Tables["sessions"]>;

export function sessionOfRow(row: SessionRow): Session {
  return {
    sessionId: row.session_id,
    attempts: row.attempts,
    deliveries: row.deliveries,
    firstAt: row.first_at,
    lastAt: row.last_at,
    vendorData: row.vendor_data,
    endUserId: row.end_user_id,
    feature: row.feature,
  };
}

/** The session of one attempt. */
export function sessionOf(attempt: Attempt): Session {
  const { sessionId, deliveries, firstAt, lastAt, vendorData, endUserId, outcome } = attempt;
  return { sessionId, attempts: 1, deliveries, firstAt, lastAt, vendorData, endUserId, feature: outcome.feature };
}

export function mergeSessions(a: Session, b: Session): Session {
  return {
    sessionId: a.sessionId,
    attempts: a.attempts + b.attempts,
    deliveries: a.deliveries + b.deliveries,
    firstAt: Math.min(a.firstAt, b.firstAt),
    lastAt: Math.max(a.lastAt, b.lastAt),
    vendorData: greater(a.vendorData, b.vendorData),
    endUserId: greater(a.endUserId, b.endUserId),
    feature: greater(a.feature, b.feature),
  };
}

/** By code units, null before every text. */
function greater(a: string | null, b: string | null): string | null {
  return a === null || (b !== null && b > a) ? b : a;
}

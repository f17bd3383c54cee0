import { createHash } from "node:crypto";
import type {
  AcceptedDelivery,
  EventFacts,
  NewDelivery,
  QuarantinedDelivery,
  RejectedDelivery,
} from "../../src/flow/delivery.ts";

/** A Monday at noon, in UTC. */
export const noon = Date.UTC(2026, 5, 1, 12);
export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

export function accepted(facts: Partial<EventFacts> = {}, receivedAt = noon): AcceptedDelivery {
  const event: EventFacts = {
    sessionId: "5e551011-0000-4000-8000-000000000001",
    attemptId: "a77e3b70-0000-4000-8000-000000000001",
    action: "started",
    code: 7001,
    feature: "selfid",
    reason: null,
    state: null,
    vendorData: null,
    endUserId: null,
    ...facts,
  };
  const body = Buffer.from(JSON.stringify({ id: event.sessionId, ...event }));
  return {
    verdict: "accepted",
    receivedAt,
    event,
    ...signed(body),
    body: new Uint8Array(body),
    warnings: [{ code: "unknown_value", path: "action" }],
    catalogVersion: "1.0.0",
  };
}

export function quarantined(text = "not json", receivedAt = noon): QuarantinedDelivery {
  const body = Buffer.from(text);
  return { verdict: "quarantined", receivedAt, why: "not_json", keys: [], ...signed(body), body: new Uint8Array(body) };
}

export function rejected(why = "signature_mismatch", receivedAt = noon): RejectedDelivery {
  return { verdict: "rejected", receivedAt, why, status: 401, size: 12 };
}

function signed(body: Uint8Array) {
  return {
    headers: { "content-type": "application/json", "user-agent": "sender" },
    secretId: 1_000,
    digest: createHash("sha256").update(body).digest("hex"),
    size: body.length,
  };
}

/** Sessions of a few attempts each, in which everything happens. */
export function flows(sessions: number, from = noon): readonly NewDelivery[] {
  return Array.from({ length: sessions }, (_, number) => {
    const sessionId = idOf("5e55", number);
    const attemptId = idOf("a77e", number);
    const endUserId = idOf("e11d", number % 5);
    const at = from + number * 7 * minute;
    const facts = { sessionId, attemptId, endUserId, vendorData: `customer ${number}` };
    const ended = {
      action: "flow_cancelled",
      code: 7010,
      reason: "error_screen_exit_clicked",
      state: `state_${number % 4}`,
    };
    return [
      accepted(facts, at),
      accepted({ ...facts, action: "submitted", code: 7002 }, at + minute),
      ...(number % 2 === 0 ? [accepted({ ...facts, ...ended }, at + 2 * minute)] : []),
      ...(number % 3 === 0 ? [accepted({ ...facts, attemptId: null }, at + 3 * minute)] : []),
    ];
  }).flat();
}

export function idOf(kind: string, number: number): string {
  return `${kind}0000-0000-4000-8000-${String(number).padStart(12, "0")}`;
}

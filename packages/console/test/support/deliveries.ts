import type { AcceptedDelivery, EventFacts } from "../../src/flow/delivery.ts";

/** A signed event, with whatever the test sets. */
export function accepted(event: Partial<EventFacts> = {}, set: Partial<AcceptedDelivery> = {}): AcceptedDelivery {
  const facts: EventFacts = {
    sessionId: "f04bdb47-d3be-4b28-b028-a652feb060b5",
    attemptId: "e30122d1-740b-4764-853f-470374a7abf4",
    action: "started",
    code: 7001,
    feature: "selfid",
    reason: null,
    state: null,
    vendorData: null,
    endUserId: null,
    ...event,
  };
  const body = new TextEncoder().encode(JSON.stringify({ id: facts.sessionId, action: facts.action }));
  return {
    verdict: "accepted",
    receivedAt: Date.parse("2026-03-04T10:00:00Z"),
    headers: { "content-type": "application/json" },
    secretId: 1_000,
    digest: "0".repeat(64),
    size: body.byteLength,
    event: facts,
    body,
    warnings: [],
    catalogVersion: "1.0.0",
    ...set,
  };
}

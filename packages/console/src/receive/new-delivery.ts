import { createHash } from "node:crypto";
import type { EventDelivery, FlowEvent } from "@flow-catalog/webhook";
import type { WebhooksSync } from "@flow-catalog/webhook/node";
import type { AcceptedDelivery, EventFacts, KeptHeaders, Milliseconds, QuarantinedDelivery } from "../flow/delivery.ts";
import { quarantined } from "./quarantine.ts";

type Result = ReturnType<WebhooksSync["receive"]>;
type Delivery = EventDelivery<string>;

/**
 * What a body turned out to be: something to keep, or the reason to refuse it. The place of its secret is the kit's; whoever
 * keeps it says which one of the store's that is.
 */
export type Reading =
  | { readonly keep: AcceptedDelivery | QuarantinedDelivery; readonly secretIndex: number }
  | { readonly refuse: string; readonly status: number };

/** Turns what the webhook kit made of a body into what is kept of it. */
export function readingOf(result: Result, body: Uint8Array, headers: KeptHeaders): Reading {
  if (result.ok && isKeepable(result.event)) {
    const { event, delivery } = result;
    return { keep: accepted(event, delivery, body, headers), secretIndex: delivery.secretIndex };
  }
  const { delivery } = result;
  const error = result.ok ? null : result.error;
  if (error !== null && delivery === null) return { refuse: error.code, status: error.status };
  const { keys, keepBody } = quarantined(body);
  return {
    keep: {
      verdict: "quarantined",
      ...signedPart(delivery!, body, headers),
      why: error?.code === "not_json" ? "not_json" : "not_an_event",
      keys,
      body: keepBody ? body : null,
    },
    secretIndex: delivery!.secretIndex,
  };
}

/**
 * What is kept of a signed body that is nested too deep to be parsed: it is no event, and what its members are called or
 * whether they are those of a person is not looked for.
 */
export function tooDeep(receivedAt: Milliseconds, body: Uint8Array, headers: KeptHeaders): QuarantinedDelivery {
  return {
    verdict: "quarantined",
    receivedAt,
    headers,
    secretId: null,
    digest: createHash("sha256").update(body).digest("hex"),
    size: body.byteLength,
    why: "too_deep",
    keys: [],
    body: null,
  };
}

function isKeepable({ code }: FlowEvent): boolean {
  // JSON can write numbers that are no codes, such as 1e999, and no store has a column for them.
  return Number.isSafeInteger(code);
}

function accepted(event: FlowEvent, delivery: Delivery, body: Uint8Array, headers: KeptHeaders): AcceptedDelivery {
  return {
    verdict: "accepted",
    ...signedPart(delivery, body, headers),
    event: factsOf(event),
    body,
    warnings: delivery.warnings,
    catalogVersion: delivery.catalogVersion,
  };
}

function signedPart(delivery: Delivery, body: Uint8Array, headers: KeptHeaders) {
  return {
    receivedAt: delivery.receivedAt.getTime(),
    headers,
    secretId: null,
    digest: delivery.digest(),
    size: body.byteLength,
  };
}

function factsOf(event: FlowEvent): EventFacts {
  const { sessionId, attemptId, action, code, feature, vendorData, endUserId, context } = event;
  return { sessionId, attemptId, action, code, feature, ...context, vendorData, endUserId };
}

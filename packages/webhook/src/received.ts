import { catalogVersion } from "@flow-catalog/events";
import type { Delivery } from "./core/delivery.ts";
import type { VerifyResult } from "./core/result.ts";
import type { EventDelivery } from "./delivery.ts";
import { WebhookError } from "./error.ts";
import { readEvent } from "./parse.ts";
import type { ReceiveResult } from "./result.ts";
import type { Warning } from "./warning.ts";

/** Reads the event in what was verified. */
export function received<Digest>(verified: VerifyResult<Delivery<Digest>>): ReceiveResult<EventDelivery<Digest>> {
  const warnings: Warning[] = [];
  const delivery = verified.delivery && { ...verified.delivery, catalogVersion, warnings };
  if (!verified.ok) {
    const options = "cause" in verified ? { cause: verified.cause } : {};
    return { ok: false, error: new WebhookError(verified.code, options), delivery };
  }
  const event = readEvent(verified.payload, warnings);
  return event
    ? { ok: true, event, delivery: delivery! }
    : { ok: false, error: new WebhookError("not_an_event"), delivery };
}

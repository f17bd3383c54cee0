import { createHmac, randomBytes } from "node:crypto";
import { createWebhooksSync } from "@flow-catalog/webhook/node";
import type { AcceptedDelivery, KeptQuarantined } from "../flow/delivery.ts";
import { readingOf } from "../receive/new-delivery.ts";

/**
 * Reads a quarantined delivery again, as this version of the webhook kit reads it. Its signature was checked when it
 * arrived and is not kept, so the kit is given one of the moment.
 *
 * @returns Null where it still is no event.
 */
export function reread(delivery: KeptQuarantined, body: Uint8Array): AcceptedDelivery | null {
  const { receivedAt, headers, secretId, digest, size } = delivery;
  const secret = randomBytes(32).toString("hex");
  const signature = createHmac("sha256", secret).update(body).digest("hex");
  const webhooks = createWebhooksSync({ secrets: secret });
  const reading = readingOf(webhooks.receive({ body, headers: { "x-hmac-signature": signature } }), body, headers);
  if (!("keep" in reading) || reading.keep.verdict !== "accepted") return null;
  return { ...reading.keep, receivedAt, secretId, digest, size };
}

import { nodeCryptography } from "./core/crypto/node.ts";
import type { RawRequest } from "./core/input.ts";
import type { WebhookOptions } from "./core/options.ts";
import { syncVerifierWith } from "./core/verifier.ts";
import type { EventDelivery } from "./delivery.ts";
import { received } from "./received.ts";
import type { Received, ReceiveResult } from "./result.ts";

export * from "./exports.ts";

/** Receives event webhooks without waiting: for bodies that are at hand, where there is `node:crypto`. */
export interface WebhooksSync {
  /** Verifies and reads a delivery. Never throws: what is wrong is in the result. */
  receive(input: RawRequest): ReceiveResult<EventDelivery<string>>;
  /** Like `receive`, for where an exception is handier. @throws WebhookError */
  unwrap(input: RawRequest): Received<EventDelivery<string>>;
}

const createVerifier = syncVerifierWith(nodeCryptography);

/**
 * The synchronous form of `createWebhooks`, with the same options, events and errors.
 *
 * @throws TypeError where no secret is set, or an option cannot be meant.
 */
export function createWebhooksSync(options: WebhookOptions): WebhooksSync {
  const verify = createVerifier(options);
  const receive = (input: RawRequest) => received(verify(input));
  return {
    receive,
    unwrap(input) {
      const result = receive(input);
      if (!result.ok) throw result.error;
      return result;
    },
  };
}

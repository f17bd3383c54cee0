import type { EventDelivery } from "./delivery.ts";
import type { WebhookError } from "./error.ts";
import type { FlowEvent } from "./event.ts";

/** An event that was signed by one of the secrets, with its delivery. */
export interface Received<D = EventDelivery> {
  readonly ok: true;
  readonly event: FlowEvent;
  readonly delivery: D;
}

/** Why there is no event. */
export interface Refused<D = EventDelivery> {
  readonly ok: false;
  readonly error: WebhookError;
  /** Set where the signature was right but the body is no event (`not_json`, `not_an_event`), so that it can be kept. */
  readonly delivery: D | null;
}

/** What receiving gives: an event, or the error that says why not. */
export type ReceiveResult<D = EventDelivery> = Received<D> | Refused<D>;

import type { Delivery } from "./core/delivery.ts";
import type { Warning } from "./warning.ts";

/** What is known of a delivery besides its event. */
export interface EventDelivery<Digest = Promise<string>> extends Delivery<Digest> {
  /** Version of `@flow-catalog/events` that the event was read with. */
  readonly catalogVersion: string;
  /** What is odd about the event. Empty for most events, and for a body that is no event. */
  readonly warnings: readonly Warning[];
}
